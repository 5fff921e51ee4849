import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startSimulator } from "@selfsame/replicate-simulator";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a real studio on the simulator, for all tests of this package. */
    studio: string;
  }
}

const api = fileURLToPath(new URL("../../api/src/main.ts", import.meta.url));
const token = "r8_terminal";
// A training takes some seconds: long enough to see it under way, short enough to wait for.
const simulatorSpeed = 100;

/** Starts a studio before the first test of this package and stops it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const simulator = await startSimulator({ token, speed: simulatorSpeed, limits: "off" });
  const dataFolder = await mkdtemp(join(tmpdir(), "selfsame-terminal-"));
  const server = spawn(process.execPath, ["--conditions=@selfsame/source", api], {
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      DATA_DIR: dataFolder,
      REPLICATE_API_TOKEN: token,
      REPLICATE_BASE_URL: `${simulator.url}/v1`,
      REPLICATE_SIMULATED: "true",
      FACE_THREADS: "0",
      RATE_LIMITED: "false",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  project.provide("studio", await addressOf(server));
  return async () => {
    const ended = once(server, "close");
    server.kill("SIGTERM");
    await ended;
    await simulator.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

async function addressOf(server: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^listening on (\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("The studio ended before it was listening.");
}
