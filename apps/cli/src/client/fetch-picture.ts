import { ownFailureError } from "../failures/own-failures.ts";

/** A finished picture, byte for byte as the studio keeps it. */
export interface FetchedPicture {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** Whose picture is wanted from where. */
export interface PictureRequest {
  readonly server: string;
  readonly token: string;
  readonly portraitId: string;
  readonly signal: AbortSignal;
}

/**
 * Fetches the original of one of the caller's portraits.
 *
 * @throws FailureError `picture_unavailable`
 */
export async function fetchPicture({
  server,
  token,
  portraitId,
  signal,
}: PictureRequest): Promise<FetchedPicture> {
  const answer = await fetch(`${server}/images/portraits/${portraitId}/original`, {
    headers: { Authorization: `Bearer ${token}` },
    signal,
  });
  const contentType = answer.headers.get("content-type") ?? "";
  if (!answer.ok || !contentType.startsWith("image/"))
    throw ownFailureError("picture_unavailable", { portraitId, status: answer.status });
  return { bytes: await answer.bytes(), contentType };
}
