import { parentPort, workerData } from "node:worker_threads";
import decode from "heic-decode";

/** Decoded pixels: upright, 8 bits, red green blue alpha, row by row, in the file's own colour space. */
export interface HeicPixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

// Safe: `decodeHeic` alone starts this worker, with the bytes of one file.
const { width, height, data } = await decode({ buffer: workerData as Uint8Array });
const pixels: HeicPixels = { width, height, rgba: data };
// Safe: the decoder makes its pixels in a plain ArrayBuffer, never a shared one.
parentPort?.postMessage(pixels, [data.buffer as ArrayBuffer]);
