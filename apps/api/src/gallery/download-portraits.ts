import type { Readable } from "node:stream";
import { DomainError } from "../errors/domain-error.ts";
import type { ExportEntry } from "../export/export-entry.ts";
import { zipEntries } from "../export/zip-entries.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { downloadEnding, downloadName } from "./download-name.ts";
import { listPortraitsById, type PortraitWithBrief } from "./portrait.store.ts";
import { readMarkedPortrait } from "./read-marked-portrait.ts";

/** So many portraits go into one archive: 200 originals of a megapixel are about 300 MB. */
export const maximumPortraitsInZip = 200;

/** An archive that is made while it is read. */
export interface PortraitArchive {
  readonly fileName: string;
  readonly archive: Readable;
}

/**
 * Some of the caller's portraits as one zip: each marked as generated, with its sealed recipe beside it. One picture at
 * a time is held in memory.
 *
 * @throws DomainError `not_found` when one of them is not the caller's; nothing is begun then
 */
export const downloadPortraits = async (
  studio: Studio,
  { subjectId }: Caller,
  portraitIds: readonly string[],
): Promise<PortraitArchive> => {
  const ids = [...new Set(portraitIds)];
  const portraits = await studio.readingAs(subjectId, (tx) => listPortraitsById(tx, ids));
  if (portraits.length < ids.length) throw new DomainError("not_found", { what: "portrait" });
  const day = studio.clock.now().toISOString().slice(0, 10);
  return {
    fileName: `selfsame-portraits-${day}.zip`,
    archive: zipEntries(entriesOf(studio, portraits)),
  };
};

async function* entriesOf(
  studio: Studio,
  portraits: readonly PortraitWithBrief[],
): AsyncGenerator<ExportEntry> {
  for (const portrait of portraits) {
    const { bytes, contentType } = await readMarkedPortrait(studio, portrait);
    const name = downloadName(portrait);
    const at = portrait.createdAt;
    yield { path: `${name}.${downloadEnding(contentType)}`, at, compressible: false, content: one(bytes) };
    const recipe = `${JSON.stringify(portrait.recipe, null, 1)}\n`;
    yield { path: `${name}.recipe.json`, at, compressible: true, content: one(recipe) };
  }
}

async function* one<T>(part: T): AsyncGenerator<T> {
  yield part;
}
