import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FaceApi, Human, HumanModule, Tensorflow, TensorflowWasm } from "./network-libraries.ts";
import { humanConfig } from "./human-config.ts";

/** Where the networks' files lie; each a folder. */
export interface NetworkFolders {
  /** Weights of the detector, the mesh, the irises and the second expression network. */
  readonly humanModels: string;
  /** Weights of the recogniser and the first expression network. */
  readonly faceApiModels: string;
}

/** The networks, ready. */
export interface Networks {
  readonly tensorflow: Tensorflow;
  readonly human: Human;
  readonly faceApi: FaceApi;
}

/** Which of the second library's networks have to be there. */
const humanNetworks = ["blazeface", "facemesh", "iris", "emotion"];

const require = createRequire(import.meta.url);

/** The folder of an installed package. Its `exports` may hide its files, so they are named by path. */
function folderOf(packageName: string): string {
  return join(dirname(require.resolve(packageName)), "..");
}

/**
 * Where the weights lie that came with the two packages.
 *
 * @example installedFolders().humanModels
 */
export function installedFolders(): NetworkFolders {
  return {
    humanModels: join(folderOf("@vladmandic/human"), "models"),
    faceApiModels: join(folderOf("@vladmandic/face-api"), "model"),
  };
}

/**
 * Loads the networks into this thread, on WebAssembly. Call it once a thread, in a worker: it replaces `fetch` for
 * `file:` addresses, which the detector's loader uses and Node refuses. Throws when a file is missing.
 *
 * @example const networks = await loadNetworks(installedFolders())
 */
export async function loadNetworks(folders: NetworkFolders): Promise<Networks> {
  fetchFilesToo();
  // The packages' own types cannot be resolved (or pull in the DOM): network-libraries.ts names what is used.
  const tensorflow = require("@tensorflow/tfjs") as Tensorflow;
  const wasm = require("@tensorflow/tfjs-backend-wasm") as TensorflowWasm;
  wasm.setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
  await tensorflow.setBackend("wasm");
  await tensorflow.ready();
  if (tensorflow.getBackend() !== "wasm") throw new Error("WebAssembly did not start.");

  const humanFile = join(folderOf("@vladmandic/human"), "dist", "human.node-wasm.js");
  const humanModule = require(humanFile) as HumanModule;
  const human = new humanModule.Human(humanConfig(pathToFileURL(`${folders.humanModels}/`).href));
  await human.load();
  // Human writes to the console where a file is missing, and goes on.
  const loaded = new Set(Object.values(human.models.stats().modelStats).filter(isLoaded).map(nameOf));
  const missing = humanNetworks.filter((name) => !loaded.has(name));
  if (missing.length > 0) throw new Error(`These networks did not load: ${missing.join(", ")}.`);

  const faceApiFile = join(folderOf("@vladmandic/face-api"), "dist", "face-api.node-wasm.js");
  const faceApi = require(faceApiFile) as FaceApi;
  await faceApi.nets.faceRecognitionNet.loadFromDisk(folders.faceApiModels);
  await faceApi.nets.faceExpressionNet.loadFromDisk(folders.faceApiModels);
  return { tensorflow, human, faceApi };
}

function isLoaded(network: { readonly loaded: boolean }): boolean {
  return network.loaded;
}

function nameOf(network: { readonly name: string }): string {
  return network.name;
}

function fetchFilesToo(): void {
  const fetchFromNetwork = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith("file:")) return fetchFromNetwork(input, init);
    return new Response(await readFile(fileURLToPath(url)));
  };
}
