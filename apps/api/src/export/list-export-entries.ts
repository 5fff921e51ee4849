import { readProof } from "../isolation/read-proof.ts";
import { listEveryPortrait, type PortraitWithBrief } from "../gallery/portrait.store.ts";
import { portraitKey, selfieKey, type StoredContentType } from "../images/image-key.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { describeExport } from "./describe-export.ts";
import type { ExportEntry } from "./export-entry.ts";
import { exportPage, type ShownPicture } from "./export-page.ts";
import { exportedPages } from "./exported-pages.ts";
import { exportedTables, withheldTables } from "./exported-row.store.ts";
import type { ExportedRow, ExportedTable } from "./exported-table.ts";
import { picturePath } from "./picture-path.ts";
import { rowsAsCsv, rowsAsJson } from "./write-rows.ts";
import { noteWrittenFiles, type WrittenFiles } from "./written-files.ts";

const pageSize = 100;

/**
 * Every file of one person's export, in the order in which they are written: what explains comes first, what counts
 * the others last. A picture that is not in storage is named as missing; storage that fails ends the export.
 */
export async function* listExportEntries(
  studio: Studio,
  caller: Caller,
  at: Date,
): AsyncGenerator<ExportEntry> {
  const files = noteWrittenFiles();
  const missing: string[] = [];
  const rowCounts = new Map<string, number>();
  const text = (path: string, content: AsyncIterable<string>): ExportEntry => ({
    path,
    at,
    compressible: true,
    content: files.note(path, content),
  });
  yield text("README.txt", whole(describeExport(at, exportedTables, withheldTables)));
  for (const table of exportedTables) {
    const pages = () => exportedPages(studio, caller, table);
    yield text(`data/${table.name}.json`, rowsAsJson(counted(pages(), table, rowCounts)));
    yield text(`data/${table.name}.csv`, rowsAsCsv(table.columns, pages()));
  }
  yield* pictureEntries(studio, caller, { files, missing });
  yield text("isolation-proof.json", proofOf(studio, caller));
  yield text(
    "index.html",
    exportPage({
      at,
      email: caller.email,
      subjectNumber: caller.subjectNumber,
      tables: exportedTables.map((table) => ({ ...table, rowCount: rowCounts.get(table.name) ?? 0 })),
      missing,
      selfies: shownSelfies(studio, caller),
      portraits: shownPortraits(studio, caller),
    }),
  );
  yield {
    path: "manifest.json",
    at,
    compressible: true,
    content: whole(`${JSON.stringify({ at, missing, files: files.written }, null, 1)}\n`),
  };
}

async function* whole(content: string): AsyncGenerator<string> {
  yield content;
}

async function* counted(
  pages: AsyncIterable<readonly ExportedRow[]>,
  { name }: ExportedTable,
  rowCounts: Map<string, number>,
): AsyncGenerator<readonly ExportedRow[]> {
  for await (const page of pages) {
    rowCounts.set(name, (rowCounts.get(name) ?? 0) + page.length);
    yield page;
  }
}

async function* pictureEntries(
  studio: Studio,
  caller: Caller,
  { files, missing }: { readonly files: WrittenFiles; readonly missing: string[] },
): AsyncGenerator<ExportEntry> {
  for (const table of exportedTables) {
    if (table.name !== "selfies" && table.name !== "portraits") continue;
    for await (const page of exportedPages(studio, caller, table)) {
      for (const row of page) {
        const path = picturePath(table.name, row);
        if (path === undefined) continue;
        const at = row["createdAt"] instanceof Date ? row["createdAt"] : studio.clock.now();
        const image = await studio.images.get(keyOf(caller, table.name, row));
        if (image === undefined) missing.push(path);
        else yield { path, at, compressible: false, content: files.note(path, bytesOf(image.bytes)) };
        const recipe = recipePath(path);
        if (table.name === "portraits")
          yield {
            path: recipe,
            at,
            compressible: true,
            content: files.note(recipe, whole(`${JSON.stringify(row["recipe"], null, 1)}\n`)),
          };
      }
    }
  }
}

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const recipePath = (path: string): string => path.replace(/\.\w+$/u, ".recipe.json");

const keyOf = ({ subjectId }: Caller, table: "selfies" | "portraits", row: ExportedRow): string => {
  const sha256 = String(row["sha256"]);
  // Safe: the store holds no other types, and the row was written from what was stored.
  const contentType = row["contentType"] as StoredContentType;
  return table === "selfies" ? selfieKey(subjectId, sha256) : portraitKey(subjectId, sha256, contentType);
};

async function* shownSelfies(studio: Studio, caller: Caller): AsyncGenerator<ShownPicture> {
  const table = exportedTables.find(({ name }) => name === "selfies");
  if (table === undefined) return;
  for await (const page of exportedPages(studio, caller, table)) {
    for (const row of page) {
      const path = picturePath(table.name, row);
      if (path !== undefined)
        yield { path, recipePath: undefined, caption: String(row["fileName"]), at: dayOf(row["createdAt"]) };
    }
  }
}

async function* shownPortraits(studio: Studio, caller: Caller): AsyncGenerator<ShownPicture> {
  let after: PortraitWithBrief | null = null;
  do {
    const page: PortraitWithBrief[] = await studio.readingAs(caller.subjectId, (tx) =>
      listEveryPortrait(tx, caller.subjectId, { after, limit: pageSize }),
    );
    for (const portrait of page) {
      const path = picturePath("portraits", { ...portrait });
      if (path !== undefined)
        yield { path, recipePath: recipePath(path), caption: portrait.brief, at: dayOf(portrait.createdAt) };
    }
    after = page.length < pageSize ? null : (page.at(-1) ?? null);
  } while (after !== null);
}

const dayOf = (at: unknown): string => (at instanceof Date ? at.toISOString().slice(0, 10) : "");

/** What the page says of it: the summary, and every portrait. */
async function* proofOf(studio: Studio, caller: Caller): AsyncGenerator<string> {
  const proof = await readProof(studio, caller, { after: null, limit: Number.POSITIVE_INFINITY });
  const { nextCursor: _nextCursor, ...told } = proof;
  yield `${JSON.stringify(told, null, 1)}\n`;
}
