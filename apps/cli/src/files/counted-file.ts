import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";

/** A file that tells how many of its bytes were taken from it; `fetch` takes them as fast as the network does. */
class CountedFile extends File {
  readonly #onTaken: (takenBytes: number) => void;

  constructor(content: Blob, name: string, onTaken: (takenBytes: number) => void) {
    super([content], name);
    this.#onTaken = onTaken;
  }

  override stream(): ReturnType<Blob["stream"]> {
    const onTaken = this.#onTaken;
    let takenBytes = 0;
    return super.stream().pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          takenBytes += chunk.byteLength;
          onTaken(takenBytes);
          controller.enqueue(chunk);
        },
      }),
    );
  }
}

/**
 * Opens a file to be sent: read while it is sent, never held in memory as a whole.
 *
 * @param onTaken told of the bytes taken so far, each time some are
 * @throws FailureError `path_unreadable`
 */
export async function openCountedFile(path: string, onTaken: (takenBytes: number) => void): Promise<File> {
  try {
    return new CountedFile(await openAsBlob(path), basename(path), onTaken);
  } catch (error) {
    throw ownFailureError("path_unreadable", { path, reason: reasonOf(error) }, { cause: error });
  }
}
