import { Worker } from "node:worker_threads";
import type { RgbPicture } from "../face-analyzer.ts";
import type { WorkerJob, WorkerMessage, WorkerStart } from "./worker-messages.ts";

/** What is heard from the thread: one of its messages, or that none will come. */
export type Heard = WorkerMessage | { readonly type: "ended" } | { readonly type: "timeout" };

/** The thread of the networks. */
export interface NetworkThread {
  /** False from the moment it ended, for whatever reason. */
  isAlive(): boolean;
  /** Whether it is ready, within this time. */
  start(timeoutMs: number): Promise<Heard>;
  /** What it sees in a picture, within this time. One at a time. */
  analyze(picture: RgbPicture, timeoutMs: number): Promise<Heard>;
  /** The last lines that the networks wrote and the error that ended them: for a log, never for people. */
  lastWords(): string;
  end(): Promise<void>;
}

/** Starts the worker; replaced only where a test wants to hold it. */
export type StartWorker = (start: WorkerStart) => Worker;

const lastWordsCharacters = 2000;

/**
 * The worker of the networks. It sees no settings of the machine and writes nothing to the terminal.
 *
 * @param limits JavaScript's heap, of which the networks use 80 MB; WebAssembly's memory is watched apart
 * @example startFaceWorker({ folders: installedFolders() })
 */
export function startFaceWorker(start: WorkerStart, limits = { heapLimitMb: 512 }): Worker {
  const file = import.meta.url.endsWith(".ts") ? "./face-worker.ts" : "./face-worker.js";
  return new Worker(new URL(file, import.meta.url), {
    workerData: start,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapLimitMb },
  });
}

/**
 * Starts the thread; it keeps the process alive only while something is asked of it.
 *
 * @example const thread = startNetworkThread({ folders }, startFaceWorker)
 */
export function startNetworkThread(start: WorkerStart, startWorker: StartWorker): NetworkThread {
  const worker = startWorker(start);
  let alive = true;
  let words = "";
  const note = (text: unknown): void => {
    words = `${words}${String(text)}`.slice(-lastWordsCharacters);
  };
  worker.on("error", note);
  worker.on("exit", () => {
    alive = false;
  });
  worker.stdout.on("data", note);
  worker.stderr.on("data", note);

  async function hear(timeoutMs: number, ask: () => void): Promise<Heard> {
    if (!alive) return { type: "ended" };
    worker.ref();
    try {
      const answer = nextHeard(worker, timeoutMs);
      ask();
      return await answer;
    } finally {
      worker.unref();
    }
  }

  return {
    isAlive: () => alive,
    start: (timeoutMs) => hear(timeoutMs, () => {}),
    analyze: (picture, timeoutMs) =>
      hear(timeoutMs, () => worker.postMessage({ picture } satisfies WorkerJob, [])),
    lastWords: () => words.trim(),
    end: async () => {
      await worker.terminate();
    },
  };
}

function nextHeard(worker: Worker, timeoutMs: number): Promise<Heard> {
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const onMessage = (message: WorkerMessage): void => resolve(message);
  const onExit = (): void => resolve({ type: "ended" });
  const timer = setTimeout(() => resolve({ type: "timeout" }), timeoutMs);
  worker.on("message", onMessage);
  worker.on("exit", onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off("message", onMessage);
    worker.off("exit", onExit);
  });
}
