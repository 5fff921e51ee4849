import type { Readable } from "node:stream";
import { DomainError } from "../errors/domain-error.ts";
import { getPortrait } from "../gallery/get-portrait.ts";
import { readImage } from "../gallery/read-image.ts";
import type { ExportEntry } from "../export/export-entry.ts";
import { zipEntries } from "../export/zip-entries.ts";
import type { StoredContentType } from "../images/image-key.ts";
import { markAsGenerated } from "../images/mark-as-generated.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { getShoot } from "./get-shoot.ts";
import { readContactSheet } from "./read-contact-sheet.ts";
import { type ShootPortrait, shootPortraits } from "./shoot-portraits.ts";

/** A download under its name. */
export interface ShootZip {
  readonly fileName: string;
  readonly archive: Readable;
}

const extensions: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** Read when it is its turn, and not before. */
async function* bytesOf(read: () => Promise<Uint8Array>): AsyncIterable<Uint8Array> {
  yield await read();
}

/** `03-by-the-window-2`: place, shot, and which of several. */
const nameOf = ({ number, shotId, portrait }: ShootPortrait): string =>
  `${String(number).padStart(2, "0")}-${shotId}-${portrait.index + 1}`;

/**
 * All portraits of one of the caller's shoots, marked as generated, each with its sealed recipe, and the contact
 * sheet, as one zip.
 *
 * @throws DomainError `not_found`, `nothing_to_download` before the first portrait; what fails later ends the stream
 */
export const zipShoot = async (studio: Studio, caller: Caller, shootId: string): Promise<ShootZip> => {
  const shoot = await getShoot(studio, caller.subjectId, shootId);
  const portraits = shootPortraits(shoot);
  if (portraits.length === 0) throw new DomainError("nothing_to_download", {});
  const names = new Set<string>();
  const nameOnce = (one: ShootPortrait): string => {
    // Two takes of one shot can both have a first portrait.
    const name = names.has(nameOf(one)) ? `${nameOf(one)}-${one.portrait.id.slice(-6)}` : nameOf(one);
    names.add(name);
    return name;
  };
  const made = new Date(shoot.createdAt);
  const files = async function* (): AsyncIterable<ExportEntry> {
    for (const one of portraits) {
      const name = nameOnce(one);
      const { id, contentType, createdAt } = one.portrait;
      const at = new Date(createdAt);
      yield {
        path: `${name}.${extensions[contentType] ?? "bin"}`,
        at,
        compressible: false,
        content: bytesOf(async () => {
          const wanted = { kind: "portraits", id, size: "original" } as const;
          const { bytes } = await readImage(studio, caller, wanted);
          // Safe: the store holds no other types, and the row was written from what was stored.
          return markAsGenerated(bytes, contentType as StoredContentType);
        }),
      };
      yield {
        path: `${name}.recipe.json`,
        at,
        compressible: true,
        content: bytesOf(async () => json((await getPortrait(studio, caller, id)).recipe)),
      };
    }
    yield {
      path: "contact-sheet.jpg",
      at: made,
      compressible: false,
      content: bytesOf(async () => (await readContactSheet(studio, caller, shootId)).bytes),
    };
  };
  const day = shoot.createdAt.slice(0, 10);
  const title = shoot.title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return {
    fileName: `${title === "" ? "photoshoot" : title}-${day}.zip`,
    archive: zipEntries(files()),
  };
};
