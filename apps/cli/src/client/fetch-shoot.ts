import { ownFailureError } from "../failures/own-failures.ts";

/** Which shoot is wanted from where. */
export interface ShootRequest {
  readonly server: string;
  readonly token: string;
  readonly shootId: string;
  readonly signal: AbortSignal;
}

/**
 * All portraits of one of the caller's shoots as a zip, as it comes.
 *
 * @throws FailureError `shoot_unavailable`
 */
export async function fetchShoot({
  server,
  token,
  shootId,
  signal,
}: ShootRequest): Promise<ReadableStream<Uint8Array>> {
  const answer = await fetch(`${server}/images/shoots/${encodeURIComponent(shootId)}/zip`, {
    headers: { Authorization: `Bearer ${token}` },
    signal,
  });
  if (!answer.ok || answer.body === null)
    throw ownFailureError("shoot_unavailable", { status: answer.status });
  return answer.body;
}
