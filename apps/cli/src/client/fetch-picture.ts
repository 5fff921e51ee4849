import { ownFailureError } from "../failures/own-failures.ts";

/** A finished picture, marked as one that a model made. */
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
 * Fetches one of the caller's portraits to take home: the original, with the mark of generated pictures.
 *
 * @throws FailureError `picture_unavailable`
 */
export async function fetchPicture({
  server,
  token,
  portraitId,
  signal,
}: PictureRequest): Promise<FetchedPicture> {
  const answer = await fetch(`${server}/downloads/portraits/${portraitId}`, {
    headers: { Authorization: `Bearer ${token}` },
    signal,
  });
  const contentType = answer.headers.get("content-type") ?? "";
  if (!answer.ok || !contentType.startsWith("image/"))
    throw ownFailureError("picture_unavailable", { portraitId, status: answer.status });
  return { bytes: await answer.bytes(), contentType };
}
