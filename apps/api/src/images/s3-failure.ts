import { S3ServiceException } from "@aws-sdk/client-s3";
import { systemCodeOf } from "./image-store.ts";

/** What an S3-compatible store or the way to it failed with, without anything of the request. */
export class S3Failure extends Error {
  override readonly name = "S3Failure";
  /** S3's own code such as `AccessDenied`, a system's such as `ECONNREFUSED`, or `DAMAGED`. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Puts a failure of the library into ours: its own carries what was signed, which belongs in no log. */
export function s3Failure(thrown: unknown): S3Failure {
  if (thrown instanceof S3Failure) return thrown;
  if (!(thrown instanceof Error)) return new S3Failure("unknown", String(thrown));
  if (thrown instanceof S3ServiceException) {
    const { httpStatusCode = 0, requestId = "none", attempts = 1 } = thrown.$metadata;
    const about = `status ${httpStatusCode}, request ${requestId}, attempts ${attempts}`;
    return new S3Failure(codeOf(thrown, httpStatusCode), `${thrown.message} (${about})`);
  }
  return new S3Failure(systemCodeOf(thrown) ?? thrown.name, thrown.message);
}

/** Whether the store says that there is nothing. */
export const isMissing = (thrown: unknown): boolean =>
  thrown instanceof S3ServiceException &&
  thrown.$metadata.httpStatusCode === 404 &&
  thrown.name !== "NoSuchBucket";

/** Whether asking again may help: the way was interrupted, or what came was damaged on it. */
export const isPassing = (thrown: unknown): boolean =>
  !(thrown instanceof S3ServiceException) && !(thrown instanceof RangeError);

/** An answer to HEAD has no body that could name the failure; then its status does. */
const codeOf = (thrown: S3ServiceException, status: number): string =>
  thrown.name === "Unknown" || thrown.name === "UnknownError" ? `HTTP_${status}` : thrown.name;
