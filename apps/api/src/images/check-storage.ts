import { randomUUID } from "node:crypto";
import { type ImageStore, StorageUnavailableError } from "./image-store.ts";
import { sha256Hex } from "./sha256-hex.ts";

/**
 * Writes, reads back and removes a small probe under `probes/`, as a picture would be.
 *
 * @throws StorageUnavailableError that says which of the three failed, and why
 * @example await checkStorage(images)
 */
export async function checkStorage(images: ImageStore): Promise<void> {
  const key = `probes/${randomUUID()}.png`;
  const bytes = Buffer.from(key);
  await images.put(key, bytes, "image/png");
  const stored = await images.get(key);
  if (stored === undefined || sha256Hex(stored.bytes) !== sha256Hex(bytes)) {
    const what = stored === undefined ? "nothing is there" : "the bytes are others";
    throw new StorageUnavailableError(
      "get",
      key,
      new Error(`what was just written is read back wrong: ${what}`),
    );
  }
  await images.delete(key);
  // A bucket whose list may not be read answers that it may not be seen, instead of that nothing is there.
  if ((await images.get(key)) !== undefined)
    throw new StorageUnavailableError("delete", key, new Error("what was just removed is still there"));
}
