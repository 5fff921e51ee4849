import type { Readable } from "node:stream";

/**
 * An archive as the body of an answer. When it breaks, the connection is cut: told of the failure, the server's library
 * would write its words into the archive and end it as if it were whole.
 *
 * @param cut cuts the connection; the archive's own listeners tell of the failure
 */
export const archiveBody = (archive: Readable, cut: () => void): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const parts: AsyncIterator<Uint8Array<ArrayBuffer>> = archive[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const part = await parts.next();
        if (part.done === true) controller.close();
        else controller.enqueue(part.value);
      } catch {
        cut();
      }
    },
    cancel: () => {
      archive.destroy();
    },
  });
};
