import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsFolder } from "./migrations-folder.ts";

/**
 * The first migrations alone, in a folder of their own that is gone when disposed of: with them a database is as an
 * earlier version of the studio left it.
 */
export const earlierMigrations = async (
  count: number,
): Promise<AsyncDisposable & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-migrations-"));
  await cp(migrationsFolder, folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  // Safe: the journal is drizzle-kit's own, and read by the library that wrote it.
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: unknown[] };
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
};
