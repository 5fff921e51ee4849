import { TRPCClientError } from "@trpc/client";
import { ownFailureError } from "../failures/own-failures.ts";

/** Which portraits are wanted from where. */
export interface PortraitArchiveRequest {
  readonly server: string;
  readonly token: string;
  readonly portraitIds: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Portraits of the caller with their recipes as one zip, as it comes.
 *
 * @throws TRPCClientError with what the studio says, such as `not_found`; FailureError `export_unavailable`
 */
export async function fetchPortraitArchive({
  server,
  token,
  portraitIds,
  signal,
}: PortraitArchiveRequest): Promise<ReadableStream<Uint8Array>> {
  const answer = await fetch(`${server}/downloads/portraits`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ portraitIds }),
    signal,
  });
  if (answer.ok && answer.body !== null) return answer.body;
  const refusal: unknown = await answer.json().catch(() => null);
  if (typeof refusal === "object" && refusal !== null && "error" in refusal)
    throw TRPCClientError.from(refusal);
  throw ownFailureError("export_unavailable", { status: answer.status });
}
