import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type RunningStudio, startStudio } from "@selfsame/launcher";

/** A studio of a test's own: everything `npm start` starts, on a free port, with data that goes with it. */
export interface TestStudio extends AsyncDisposable {
  readonly url: string;
  /** Stops everything and starts it again on the same port with the same data. */
  restart(): Promise<void>;
}

// Fast enough to wait for, slow enough that a person's page shows what is under way.
const simulatorSpeed = 40;

/**
 * Starts a studio; the page must have been built.
 *
 * @param faceThreads threads that measure faces; none unless the journey is about them
 * @param environment further settings of the server
 */
export async function openStudio({
  faceThreads = 0,
  environment = {},
}: { faceThreads?: number; environment?: NodeJS.ProcessEnv } = {}): Promise<TestStudio> {
  const dataFolder = await mkdtemp(join(tmpdir(), "selfsame-studio-"));
  const port = await freePort();
  const start = (): Promise<RunningStudio> =>
    startStudio(
      { port, host: "127.0.0.1", dataFolder, simulatorSpeed, simulated: true },
      { ...process.env, RATE_LIMITED: "false", FACE_THREADS: String(faceThreads), ...environment },
    );
  let studio = await start();
  return {
    url: studio.url,
    restart: async () => {
      await studio.stop();
      studio = await start();
    },
    [Symbol.asyncDispose]: async () => {
      await studio.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
