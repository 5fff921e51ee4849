import { type ZipEntry, readZipEntries } from "./read-zip-entries.ts";
import { sha256Hex } from "./sha256-hex.ts";

/**
 * How a zip differs from the named hashes it should hold, in words for the log; undefined where it does not.
 *
 * @example await differenceFromZip([{ name: "01.jpg", sha256 }], zip) // "not as frozen: 01.jpg"
 */
export async function differenceFromZip(
  images: readonly { readonly name: string; readonly sha256: string }[],
  zip: Buffer,
): Promise<string | undefined> {
  let entries: ZipEntry[];
  try {
    entries = await readZipEntries(zip);
  } catch (thrown) {
    return `the zip cannot be read back: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
  if (entries.length !== images.length) return `${entries.length} entries for ${images.length} images`;
  const expected = new Map(images.map(({ name, sha256 }) => [name, sha256]));
  const wrong = entries.filter(({ name, bytes }) => expected.get(name) !== sha256Hex(bytes));
  return wrong.length === 0 ? undefined : `not as frozen: ${wrong.map(({ name }) => name).join(", ")}`;
}
