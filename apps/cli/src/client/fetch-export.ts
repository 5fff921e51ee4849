import { ownFailureError } from "../failures/own-failures.ts";
import type { StudioClient } from "./studio-client.ts";

/** Whose archive is wanted from where. */
export interface ExportRequest {
  readonly client: StudioClient;
  readonly server: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

/**
 * Everything the studio keeps of the caller, as it comes.
 *
 * @throws FailureError `export_unavailable`, or what the studio says, such as `rate_limited`
 */
export async function fetchExport({
  client,
  server,
  token,
  signal,
}: ExportRequest): Promise<ReadableStream<Uint8Array>> {
  const { path } = await client.account.beginExport.mutate();
  const answer = await fetch(`${server}${path}`, { headers: { Authorization: `Bearer ${token}` }, signal });
  if (!answer.ok || answer.body === null)
    throw ownFailureError("export_unavailable", { status: answer.status });
  return answer.body;
}
