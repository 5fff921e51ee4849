import type { Logger } from "pino";
import { checkStorage } from "./check-storage.ts";
import { openFileImageStore } from "./file-image-store.ts";
import { type ImageStore, StorageUnavailableError } from "./image-store.ts";
import type { S3Settings } from "./s3-settings.ts";

/** Where pictures live: a folder, or a bucket. */
export type ImageLocation =
  | { readonly kind: "files"; readonly folder: string; readonly shared: boolean }
  | { readonly kind: "s3"; readonly settings: S3Settings };

/** Failures that pass by themselves: a store that is only out of reach for now is no reason not to start. */
const passing = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "ENOSPC",
  "EDQUOT",
  "TimeoutError",
  "AbortError",
  "SlowDown",
  "InternalError",
  "ServiceUnavailable",
  "InsufficientStorage",
]);

/**
 * Opens the place for pictures and tries it: a probe is written, read back and removed. What a person has to mend, such
 * as a wrong key, is thrown; what may pass is said in the log, and every request says it again.
 *
 * @throws StorageUnavailableError
 */
export const openImageStore = async (location: ImageLocation, log: Logger): Promise<ImageStore> => {
  const images = await openAt(location, log);
  try {
    await checkStorage(images);
    log.info({ storage: nameOf(location) }, "storage was written, read and cleared");
  } catch (error) {
    if (!(error instanceof StorageUnavailableError) || !passing.has(error.systemCode ?? "")) throw error;
    log.error(
      { storage: nameOf(location), error },
      "storage does not work now; pictures can be neither kept nor shown",
    );
  }
  return images;
};

const openAt = async (location: ImageLocation, log: Logger): Promise<ImageStore> => {
  if (location.kind === "s3") {
    // Loaded only where it is wanted: the library is larger than everything else together.
    const { openS3ImageStore } = await import("./s3-image-store.ts");
    return openS3ImageStore(location.settings);
  }
  if (location.shared) {
    log.warn(
      { folder: location.folder },
      "pictures are kept in files: every process of this studio must see this folder, or have a bucket (S3_BUCKET)",
    );
  }
  return openFileImageStore({ folder: location.folder, now: () => Date.now() });
};

const nameOf = (location: ImageLocation): string =>
  location.kind === "files" ? location.folder : `bucket ${location.settings.bucket}`;
