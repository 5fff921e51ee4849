import { createHash, createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Who may ask, and where. */
export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An error as S3 answers it. */
export interface S3Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const longestSkewMs = 15 * 60 * 1_000;
const algorithm = "AWS4-HMAC-SHA256";
const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

const refuse = (status: number, code: string, message: string): S3Refusal => ({ status, code, message });

/**
 * Verifies a request by AWS Signature Version 4, as S3 does: who, when (within 15 minutes), where, every signed header,
 * and the bytes of the body. Unsigned payloads, which S3 takes over TLS, are refused here.
 *
 * Written from Amazon's description ("Authenticating Requests: Using the Authorization Header"), apart from the library
 * under test.
 *
 * @returns null when it is good
 */
export function checkSignature(request: ReceivedRequest, key: SigningKey, now: number): S3Refusal | null {
  const { headers, body } = request;
  if (headers.authorization === undefined) return refuse(403, "AccessDenied", "Access Denied");
  const parts = authorization.exec(headers.authorization);
  const [, accessKeyId, day = "", region = "", signed = "", signature] = parts ?? [];
  if (parts === null)
    return refuse(400, "AuthorizationHeaderMalformed", "The authorization header is malformed");
  if (accessKeyId !== key.accessKeyId)
    return refuse(
      403,
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
    );
  if (region !== key.region)
    return refuse(
      400,
      "AuthorizationHeaderMalformed",
      `The authorization header is malformed; the region '${region}' is wrong; expecting '${key.region}'`,
    );
  const date = one(headers["x-amz-date"]);
  const at = readDate(date);
  if (at === null || !date.startsWith(day))
    return refuse(403, "AccessDenied", "The date of the request is not valid");
  if (Math.abs(at - now) > longestSkewMs)
    return refuse(
      403,
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
    );
  const signedHeaders = signed.split(";");
  const needed = ["host", ...Object.keys(headers).filter((name) => name.startsWith("x-amz-"))];
  const unsigned = needed.find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined)
    return refuse(
      403,
      "AccessDenied",
      `There were headers present in the request which were not signed: ${unsigned}`,
    );
  const payloadHash = one(headers["x-amz-content-sha256"]);
  const expected = signatureOf(request, key, { day, date, signedHeaders, payloadHash });
  if (signature !== expected)
    return refuse(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
    );
  if (payloadHash !== sha256(body))
    return refuse(
      400,
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  return null;
}

/** The signature that a request must carry. */
export function signatureOf(
  { method, target, headers }: Omit<ReceivedRequest, "body">,
  { secretAccessKey, region }: SigningKey,
  about: {
    readonly day: string;
    readonly date: string;
    readonly signedHeaders: readonly string[];
    readonly payloadHash: string;
  },
): string {
  const [path = "/", query = ""] = target.split("?");
  const canonicalHeaders = about.signedHeaders.map(
    (name) => `${name}:${one(headers[name]).trim().replaceAll(/\s+/g, " ")}\n`,
  );
  const canonicalRequest = [
    method,
    path,
    canonicalQuery(query),
    canonicalHeaders.join(""),
    about.signedHeaders.join(";"),
    about.payloadHash,
  ].join("\n");
  const scope = `${about.day}/${region}/s3/aws4_request`;
  const toSign = [algorithm, about.date, scope, sha256(canonicalRequest)].join("\n");
  const signingKey = [about.day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (key, part) => createHmac("sha256", key).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac("sha256", signingKey).update(toSign).digest("hex");
}

const one = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(",") : (value ?? "");

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

function readDate(text: string): number | null {
  const pattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
  return pattern.test(text) ? Date.parse(text.replace(pattern, "$1-$2-$3T$4:$5:$6Z")) : null;
}

function canonicalQuery(query: string): string {
  const encode = (text: string) =>
    encodeURIComponent(decodeURIComponent(text)).replaceAll(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", value = ""] = part.split("=");
      return `${encode(name)}=${encode(value)}`;
    })
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join("&");
}
