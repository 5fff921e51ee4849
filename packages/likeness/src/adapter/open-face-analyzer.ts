import type { FaceAnalysis, FaceAnalyzer, RgbPicture } from "../face-analyzer.ts";
import { installedFolders, type NetworkFolders } from "./load-networks.ts";
import {
  startFaceWorker,
  startNetworkThread,
  type NetworkThread,
  type StartWorker,
} from "./start-network-thread.ts";

type Cause = Extract<FaceAnalysis, { readonly analyzed: false }>["cause"];

/** Something that went wrong in the analyzer: for a log. Pictures and faces are never in it. */
export interface AnalyzerTrouble {
  readonly cause: Cause;
  readonly message: string;
}

/** How the networks are run; every part has a default. */
export interface FaceAnalyzerOptions {
  /** Where the weights lie: those of the installed packages unless told. */
  readonly folders?: NetworkFolders;
  /** For one picture; 20 seconds unless told: a hundred times what it takes. */
  readonly timeoutMs?: number;
  /** For loading the networks; 60 seconds unless told. */
  readonly startTimeoutMs?: number;
  /** Pictures that may wait; 256 unless told. One more is answered `queue-full` at once. */
  readonly waitingLimit?: number;
  /** Memory at which a fresh thread takes over after the picture at hand; 1 GiB unless told. */
  readonly heldBytesLimit?: number;
  readonly onTrouble?: (trouble: AnalyzerTrouble) => void;
  readonly startWorker?: StartWorker;
}

interface Job {
  readonly picture: RgbPicture;
  readonly answer: (analysis: FaceAnalysis) => void;
}

/** The longest edge that the networks are given, in pixels: what all thresholds were measured at. */
export const longestEdgePixels = 1024;

/**
 * The face networks in a thread of their own. They are loaded with the first picture (about a second) and work on one
 * at a time; a thread that crashed, hung or holds too much memory is replaced for the next picture, and the picture
 * that met it is answered, not tried again. Nothing is loaded before the first picture.
 *
 * @example
 * const analyzer = openFaceAnalyzer();
 * const analysis = await analyzer.analyze(picture);
 * await analyzer.close();
 */
export function openFaceAnalyzer(options: FaceAnalyzerOptions = {}): FaceAnalyzer {
  const {
    timeoutMs = 20_000,
    startTimeoutMs = 60_000,
    waitingLimit = 256,
    heldBytesLimit = 2 ** 30,
  } = options;
  const { onTrouble = () => {}, startWorker = startFaceWorker } = options;
  const waiting: Job[] = [];
  let running: { readonly thread: NetworkThread; readonly modelVersion: string } | null = null;
  let starting: NetworkThread | null = null;
  let work: Promise<void> | null = null;
  let closed = false;

  async function refused(cause: Cause, thread: NetworkThread, message: string): Promise<FaceAnalysis> {
    running = null;
    await thread.end();
    if (closed) return { analyzed: false, cause: "closed" };
    onTrouble({ cause, message: [message, thread.lastWords()].filter(Boolean).join("\n") });
    return { analyzed: false, cause };
  }

  async function analyzeNow(picture: RgbPicture): Promise<FaceAnalysis> {
    if (running === null || !running.thread.isAlive()) {
      const thread = startNetworkThread({ folders: options.folders ?? installedFolders() }, startWorker);
      starting = thread;
      const heard = await thread.start(startTimeoutMs);
      starting = null;
      if (heard.type === "not-ready") return refused("models-missing", thread, heard.message);
      if (heard.type === "timeout") return refused("timeout", thread, "The networks did not load in time.");
      if (heard.type !== "ready") return refused("crashed", thread, "The networks ended while loading.");
      running = { thread, modelVersion: heard.modelVersion };
    }
    const { thread, modelVersion } = running;
    const heard = await thread.analyze(picture, timeoutMs);
    if (heard.type === "timeout") return refused("timeout", thread, "A picture took too long.");
    if (heard.type === "failed") return refused("crashed", thread, heard.message);
    if (heard.type !== "analyzed") return refused("crashed", thread, "The networks ended with a picture.");
    if (heard.heldBytes > heldBytesLimit) {
      running = null;
      await thread.end();
    }
    const { widthPixels, heightPixels } = picture;
    return { analyzed: true, faces: heard.faces, modelVersion, widthPixels, heightPixels };
  }

  async function workThrough(): Promise<void> {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      job.answer(await analyzeNow(job.picture));
    }
    work = null;
  }

  return {
    analyze: async (picture) => {
      if (closed) return { analyzed: false, cause: "closed" };
      if (!isPicture(picture)) return { analyzed: false, cause: "bad-picture" };
      if (waiting.length >= waitingLimit) return { analyzed: false, cause: "queue-full" };
      const { promise, resolve } = Promise.withResolvers<FaceAnalysis>();
      waiting.push({ picture, answer: resolve });
      work ??= workThrough();
      return promise;
    },
    close: async () => {
      closed = true;
      for (const { answer } of waiting.splice(0)) answer({ analyzed: false, cause: "closed" });
      await Promise.all([running?.thread.end(), starting?.end()]);
      await work;
    },
  };
}

function isPicture({ data, widthPixels, heightPixels }: RgbPicture): boolean {
  const edges = [widthPixels, heightPixels];
  return (
    edges.every((edge) => Number.isInteger(edge) && edge >= 1 && edge <= longestEdgePixels) &&
    data.length === widthPixels * heightPixels * 3
  );
}
