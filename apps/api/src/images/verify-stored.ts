import type { ImageStore } from "./image-store.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** What a stored picture turned out to be. */
export type StoredCondition = "intact" | "missing" | "altered";

/**
 * Reads a stored picture whole and compares it with the hash it should have: for a training set before it is sent, and
 * for audits; a page that shows a picture does not pay for it.
 *
 * @throws StorageUnavailableError when storage does not answer.
 * @example await verifyStored(images, selfie.key, selfie.sha256) // "intact"
 */
export async function verifyStored(store: ImageStore, key: string, sha256: string): Promise<StoredCondition> {
  const stored = await store.get(key);
  if (stored === undefined) return "missing";
  return sha256Hex(stored.bytes) === sha256 ? "intact" : "altered";
}
