import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { drawFace, identityFromSeed, plainScene } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { Bench } from "tinybench";
import { openFaceAnalyzer, readPicture } from "../src/adapter/index.ts";
import { installedFolders, loadNetworks } from "../src/adapter/load-networks.ts";
import { observeFaces } from "../src/adapter/observe-faces.ts";
import type { Tensor } from "../src/adapter/network-libraries.ts";
import { buildProfile, expression, likeness, singleFace } from "../src/index.ts";

// One portrait of 896 × 1152 pixels, as FLUX makes them, from its bytes to its scores; beside it the libraries used
// directly. Pin it to one core: taskset -c 0 node --conditions=@selfsame/source bench/one-portrait.ts

const svg = drawFace({
  identity: identityFromSeed("bench"),
  scene: { ...plainScene, smile: 0.4 },
  widthPixels: 896,
  heightPixels: 1152,
});
const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
const reading = await readPicture(bytes);
if (!reading.read) throw new Error(reading.message);
const { picture } = reading;
const [width, height] = [picture.widthPixels, picture.heightPixels];

const beganAt = performance.now();
const analyzer = openFaceAnalyzer();
const first = singleFace(await analyzer.analyze(picture), "drawn");
const firstMs = performance.now() - beganAt;
if (!first.measurable) throw new Error(first.reason);
const built = buildProfile([first.value]);
if (!built.built) throw new Error(built.reason);
const { profile } = built;

// The libraries as their own examples use them: Human with its recogniser, and face-api with its own detector.
const networks = await loadNetworks(installedFolders());
const require = createRequire(import.meta.url);
const beside = (name: string, folder: string): string => join(dirname(require.resolve(name)), "..", folder);
interface Detection {
  withFaceLandmarks(): { withFaceExpressions(): { withFaceDescriptor(): Promise<unknown> } };
}
// The packages' types cannot be resolved; these are the members that their documentation names.
const faceApi = require(beside("@vladmandic/face-api", "dist/face-api.node-wasm.js")) as {
  readonly nets: Readonly<Record<string, { loadFromDisk(folder: string): Promise<void> }>>;
  detectSingleFace(picture: Tensor): Detection;
};
const models = beside("@vladmandic/face-api", "model");
for (const net of ["ssdMobilenetv1", "faceLandmark68Net"]) await faceApi.nets[net]?.loadFromDisk(models);
const humanModule = require(beside("@vladmandic/human", "dist/human.node-wasm.js")) as {
  readonly Human: new (config: object) => { detect(picture: Tensor): Promise<unknown> };
};
const human = new humanModule.Human({
  backend: "wasm",
  modelBasePath: `file://${beside("@vladmandic/human", "models")}/`,
  cacheSensitivity: 0,
  async: false,
  filter: { enabled: false },
  body: { enabled: false },
  hand: { enabled: false },
});

async function withTensor(use: (tensor: Tensor) => Promise<unknown>): Promise<void> {
  const tensor = networks.tensorflow.tensor4d(Float32Array.from(picture.data), [1, height, width, 3]);
  await use(tensor);
  tensor.dispose();
}

const bench = new Bench({ iterations: 40, time: 0, warmupIterations: 5, warmupTime: 0 });
bench
  .add("a portrait from its bytes to its scores", async () => {
    const again = await readPicture(bytes);
    if (!again.read) throw new Error(again.message);
    const found = singleFace(await analyzer.analyze(again.picture), "drawn");
    if (!found.measurable) throw new Error(found.reason);
    likeness(found.value, profile);
    expression(found.value);
  })
  .add("  of it: reading the file", async () => {
    await readPicture(bytes);
  })
  .add("  of it: the networks, without the thread", async () => {
    await observeFaces(networks, picture);
  })
  .add("human alone, as its examples use it", () => withTensor((tensor) => human.detect(tensor)))
  .add("face-api alone, as its examples use it", () =>
    withTensor((tensor) =>
      faceApi.detectSingleFace(tensor).withFaceLandmarks().withFaceExpressions().withFaceDescriptor(),
    ),
  );
await bench.run();
await analyzer.close();

const lines = bench.tasks.map(({ name, result }) => {
  if (!("latency" in result)) return `${name.padEnd(44)} did not run`;
  const { p50, p99, min, max } = result.latency;
  return [name.padEnd(44), ms(p50), ms(p99), ms(min), ms(max)].join(" ");
});
process.stdout.write(
  [
    `${" ".repeat(44)} ${["p50", "p99", "min", "max"].map((heading) => heading.padStart(9)).join(" ")}`,
    ...lines,
    `the first portrait, with the networks loading ${ms(firstMs)}`,
    "to reach: 250 ms for one portrait on one core; 40 runs each",
    "",
  ].join("\n"),
);

function ms(value: number): string {
  return `${value.toFixed(0)} ms`.padStart(9);
}
