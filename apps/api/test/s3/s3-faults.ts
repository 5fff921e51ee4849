import type { ServerResponse } from "node:http";

/**
 * What goes wrong with one request:
 * - `slow-down`: 503, S3's word for too many requests
 * - `full`: 507, as stores say that the disk is full
 * - `no-answer`: the request is taken and never answered
 * - `broken-off`: the connection ends in the middle of the answer's body
 * - `shorter`: a body that claims to be whole and is not
 * - `bit-lost`: what is written is stored with one bit turned, and no checksum of it
 */
export type S3Fault = "slow-down" | "full" | "no-answer" | "broken-off" | "shorter" | "bit-lost";

/** Answers a picture wrongly on purpose. */
export function answerDamaged(
  fault: S3Fault | undefined,
  response: ServerResponse,
  headers: Record<string, string | number>,
  body: Buffer,
): boolean {
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (fault === "broken-off") {
    response.writeHead(200, headers);
    response.write(half, () => response.destroy());
    return true;
  }
  if (fault === "shorter") {
    response.writeHead(200, { ...headers, "content-length": half.length }).end(half);
    return true;
  }
  return false;
}

/** The same bytes with one bit turned. */
export function withLostBit(body: Buffer): Buffer {
  const damaged = Buffer.from(body);
  damaged[0] = (damaged[0] ?? 0) ^ 1;
  return damaged;
}
