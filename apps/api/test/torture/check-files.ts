import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { openFileImageStore } from "../../src/images/file-image-store.ts";
import type { Aftermath } from "./read-aftermath.ts";

/** What the image folder turned out to hold. */
export interface FilesFound {
  readonly broken: readonly string[];
  readonly portraits: number;
  /** Half-written files that killed processes left behind, which the sweep at a start removes. */
  readonly swept: number;
}

const twoHoursMs = 2 * 3_600_000;
const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
};

/** Reads every file: each portrait's bytes have its hash, and no file is there that belongs to nothing. */
export async function checkFiles(
  folder: string,
  { portraits, selfies }: Pick<Aftermath, "portraits" | "selfies">,
): Promise<FilesFound> {
  const broken: string[] = [];
  for (const {
    subject_id: subjectId,
    sha256,
    content_type: contentType,
    size_bytes: sizeBytes,
  } of portraits) {
    const path = join(folder, "subjects", subjectId, "portraits", `${sha256}.${endings[contentType] ?? "?"}`);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) broken.push(`portrait ${sha256} has no file`);
    else if (createHash("sha256").update(bytes).digest("hex") !== sha256 || bytes.length !== sizeBytes)
      broken.push(`the file of portrait ${sha256} has other bytes`);
  }
  const owned = new Set(
    [
      ...portraits.map((row) => ({ ...row, kind: "portraits" })),
      ...selfies.map((row) => ({ ...row, kind: "selfies" })),
    ].map(({ subject_id: subjectId, sha256, kind }) => `${subjectId}/${kind}/${sha256}`),
  );
  for (const entry of globSync("**", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name));
    const [, subjectId = "", kind = "", name = ""] = path.split("/");
    const hash = /^[0-9a-f]{64}/.exec(name)?.[0] ?? name;
    if (!owned.has(`${subjectId}/${kind}/${hash}`)) broken.push(`file ${path} belongs to nothing`);
  }
  const left = globSync(".incoming/*", { cwd: folder }).length;
  // An hour later, a start of any process clears what the killed ones left half written.
  await openFileImageStore({ folder, now: () => Date.now() + twoHoursMs });
  for (const path of globSync(".incoming/*", { cwd: folder })) broken.push(`file ${path} outlived the sweep`);
  return { broken, portraits: portraits.length, swept: left };
}
