import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fetchPicture } from "../client/fetch-picture.ts";
import type { PortraitView } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import type { Invocation } from "../invocation.ts";
import { writeWhole } from "./write-whole.ts";

/** Where a portrait was saved. */
export interface SavedPortrait {
  readonly portraitId: string;
  readonly file: string;
}

/** Where to, and by which option that was said. */
export interface SaveTarget {
  readonly token: string;
  readonly folder: string;
  readonly field: "output" | "download";
}

const extensions: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/**
 * Saves the originals of portraits as `portrait-<id>.<type>`. A file that is there already is left alone: the same
 * name always means the same bytes, and files are written whole or not at all.
 *
 * @throws FailureError `picture_unavailable`, `folder_unwritable`; what was saved before stays
 */
export async function savePortraits(
  { server, interrupted, progress }: Pick<Invocation, "server" | "interrupted" | "progress">,
  portraits: readonly Pick<PortraitView, "id" | "contentType">[],
  { token, folder, field }: SaveTarget,
): Promise<SavedPortrait[]> {
  if (portraits.length === 0) return [];
  const line = progress.begin("Saving");
  const saved: SavedPortrait[] = [];
  try {
    for (const { id: portraitId, contentType } of portraits) {
      line.show({ phase: "saving", done: saved.length, total: portraits.length });
      const file = join(folder, `portrait-${portraitId}.${extensions[contentType] ?? "bin"}`);
      if (!(await isThere(file))) {
        const { bytes } = await fetchPicture({ server, token, portraitId, signal: interrupted });
        await write(file, bytes, { folder, field });
      }
      saved.push({ portraitId, file });
    }
    return saved;
  } finally {
    line.end(`${saved.length} of ${portraits.length} saved`);
  }
}

async function isThere(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.isFile();
}

async function write(
  file: string,
  bytes: Uint8Array,
  { folder, field }: Pick<SaveTarget, "folder" | "field">,
): Promise<void> {
  try {
    await writeWhole(file, bytes);
  } catch (error) {
    throw ownFailureError(
      "folder_unwritable",
      { path: folder, reason: reasonOf(error), field },
      { cause: error },
    );
  }
}
