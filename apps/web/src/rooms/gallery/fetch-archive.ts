import type { AppRouter } from "@selfsame/api/router";
import { TRPCClientError } from "@trpc/client";

/** An archive as it arrived, and what to save it as. */
export interface FetchedArchive {
  readonly file: Blob;
  readonly fileName: string;
}

/**
 * Fetches portraits with their recipes as one archive, which the studio packs while it is read.
 *
 * @param onBytes is told how much has arrived, in bytes
 * @throws TRPCClientError with the studio's own refusal, or without one when nobody answered
 */
export async function fetchArchive(
  portraitIds: readonly string[],
  { signal, onBytes }: { readonly signal: AbortSignal; readonly onBytes: (sizeBytes: number) => void },
): Promise<FetchedArchive> {
  try {
    const answer = await fetch("/downloads/portraits", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ portraitIds }),
      signal,
    });
    if (!answer.ok || answer.body === null)
      throw TRPCClientError.from<AppRouter>((await answer.json()) as object);
    let sizeBytes = 0;
    const counted = answer.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(part, controller) {
          sizeBytes += part.length;
          onBytes(sizeBytes);
          controller.enqueue(part);
        },
      }),
    );
    const file = await new Response(counted, { headers: { "content-type": "application/zip" } }).blob();
    const named = /filename="([^"]+)"/u.exec(answer.headers.get("content-disposition") ?? "")?.[1];
    return { file, fileName: named ?? "selfsame-portraits.zip" };
  } catch (error) {
    if (signal.aborted || error instanceof TRPCClientError) throw error;
    throw TRPCClientError.from(error instanceof Error ? error : new Error(String(error)));
  }
}
