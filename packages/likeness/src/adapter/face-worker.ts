import { memoryUsage } from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import { loadNetworks, type Networks } from "./load-networks.ts";
import { readModelVersion } from "./model-version.ts";
import { observeFaces } from "./observe-faces.ts";
import type { WorkerJob, WorkerMessage, WorkerStart } from "./worker-messages.ts";

// The thread of the face networks: started by start-network-thread.ts, never imported.
const port = parentPort;
if (port === null) throw new Error("The face networks run in a worker thread.");

function say(message: WorkerMessage): void {
  port?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** This thread's own heap and everything outside it, WebAssembly's memory included. */
function heldBytes(): number {
  const { heapTotal, external } = memoryUsage();
  return heapTotal + external;
}

async function answer(networks: Networks, { picture }: WorkerJob): Promise<void> {
  try {
    say({ type: "analyzed", faces: await observeFaces(networks, picture), heldBytes: heldBytes() });
  } catch (error) {
    say({ type: "failed", message: messageOf(error) });
  }
}

try {
  // Both come from start-network-thread.ts alone, whose types these are.
  const networks = await loadNetworks((workerData as WorkerStart).folders);
  port.on("message", (job: WorkerJob) => void answer(networks, job));
  say({ type: "ready", modelVersion: readModelVersion() });
} catch (error) {
  say({ type: "not-ready", message: messageOf(error) });
}
