import type { StoredContentType } from "./image-key.ts";

/** A picture as storage gives it back. */
export interface StoredImage {
  readonly bytes: Buffer;
  readonly sizeBytes: number;
  readonly contentType: StoredContentType;
}

/** One line of a listing. */
export interface StoredImageEntry {
  readonly key: string;
  readonly sizeBytes: number;
}

/**
 * Where picture bytes live: files by default, an S3 bucket by setting. Keys name their content (`image-key.ts`), so
 * that a repeated `put` changes nothing, and a reader never sees half a picture. Every method throws
 * {@link StorageUnavailableError} when the place fails, and `ImageKeyError` for a key that is none.
 */
export interface ImageStore {
  /** Keeps a picture under its key; when it resolves, the bytes have reached the disk or the bucket. */
  readonly put: (key: string, bytes: Uint8Array, contentType: StoredContentType) => Promise<void>;
  /** The picture under a key, or undefined where there is none. Its bytes are not verified: see `verifyStored`. */
  readonly get: (key: string) => Promise<StoredImage | undefined>;
  /** Removes a picture; whether there was one. */
  readonly delete: (key: string) => Promise<boolean>;
  /** Removes pictures, those that are there. When it fails, some of them may be gone already: it can be repeated. */
  readonly deleteMany: (keys: readonly string[]) => Promise<void>;
  /** Every picture under a folder (`""`, or ending in `/`), in the order of the keys. */
  readonly list: (prefix: string) => AsyncIterable<StoredImageEntry>;
}

export type StorageOperation = "open" | keyof ImageStore;

/** The place where pictures live failed: full, gone, not allowed, out of reach. What was asked for was not half done. */
export class StorageUnavailableError extends Error {
  override readonly name = "StorageUnavailableError";
  readonly code = "storage_unavailable";
  readonly operation: StorageOperation;
  /** The key or prefix that was asked for. */
  readonly key: string;
  /** What the system called it, such as `ENOSPC` for a full disk; undefined where it gave no name. */
  readonly systemCode: string | undefined;

  constructor(operation: StorageOperation, key: string, cause: unknown) {
    const systemCode = systemCodeOf(cause);
    super(`storage could not ${operation} ${JSON.stringify(key)}: ${systemCode ?? String(cause)}`, { cause });
    this.operation = operation;
    this.key = key;
    this.systemCode = systemCode;
  }
}

/** The `code` of a system error, such as `ENOENT`. */
export function systemCodeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !("code" in thrown)) return undefined;
  return typeof thrown.code === "string" ? thrown.code : undefined;
}
