import { DomainError } from "../errors/domain-error.ts";
import { StorageUnavailableError } from "../images/image-store.ts";
import { ImageWorkFullError } from "../images/image-work.ts";
import type { Studio } from "./studio.ts";

/** A picture takes a second or less: by then the line has moved. */
const lineMovesMs = 10_000;

/**
 * Does work with pictures, its failures in the studio's own words; what storage said goes to the log.
 *
 * @throws DomainError `storage_unavailable`, `rate_limited` when too many pictures wait
 */
export const withPictureFailures = async <T>(
  { clock, log }: Pick<Studio, "clock" | "log">,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageUnavailableError) {
      log.error({ error }, "storage failed");
      throw new DomainError("storage_unavailable", {}, { cause: error });
    }
    if (error instanceof ImageWorkFullError) {
      const retryAt = new Date(clock.now().getTime() + lineMovesMs).toISOString();
      throw new DomainError("rate_limited", { retryAt }, { cause: error });
    }
    throw error;
  }
};
