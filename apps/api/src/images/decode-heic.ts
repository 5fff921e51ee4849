import { Worker } from "node:worker_threads";
import type { HeicPixels } from "./heic-worker.ts";

/** How much of what the decoder prints is kept as the reason of a failure. */
const maximumPrintedCharacters = 2_000;

/**
 * Decodes a HEIC picture. sharp's own libheif has no HEVC decoder, so libheif's WebAssembly build does it, in a thread
 * of its own that ends with the picture: its memory goes back, and a decoder that hangs is stopped.
 *
 * Judge the header first: the decoder takes whatever size the file asks for.
 *
 * @throws Error when the file is damaged, cut off, or takes longer than `timeoutMs`.
 * @example const { width, height, rgba } = await decodeHeic(bytes, { timeoutMs: 60_000 });
 */
export async function decodeHeic(
  bytes: Uint8Array,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<HeicPixels> {
  const worker = new Worker(new URL("./heic-worker.ts", import.meta.url), {
    workerData: bytes,
    // The decoder explains itself on stdout alone; here that becomes the error's text.
    stdout: true,
    stderr: true,
    env: {},
  });
  let printed = "";
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed = `${printed}${text}`.slice(0, maximumPrintedCharacters);
    });
  }
  const failure = (reason: string, cause?: unknown) =>
    new Error(`HEIC: ${[reason, printed.trim()].filter(Boolean).join(": ")}`, { cause });

  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<HeicPixels>((resolve, reject) => {
      timer = setTimeout(() => reject(failure(`not decoded within ${timeoutMs} ms`)), timeoutMs);
      worker.once("message", resolve);
      worker.once("error", (thrown) =>
        reject(failure(thrown instanceof Error ? thrown.message : "", thrown)),
      );
      worker.once("exit", (code) => reject(failure(`the decoder ended without a picture (${code})`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
