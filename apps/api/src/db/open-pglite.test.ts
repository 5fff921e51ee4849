import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { countOwned } from "../account/account-counts.store.ts";
import { actingAs } from "./acting-as.ts";
import { DatabaseInUseError } from "./folder-lock.ts";
import { openPglite } from "./open-pglite.ts";

describe("the embedded database in a folder", { timeout: 60_000 }, () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "selfsame-pglite-"));
  });
  afterEach(() => rm(parent, { recursive: true }));

  test("a first start that was killed half-way is begun again, and what is written then stays", async () => {
    const folder = join(parent, "database");
    await mkdir(`${folder}.making`);
    await writeFile(join(`${folder}.making`, "PG_VERSION"), "half of it");

    const first = await openPglite(folder);
    const person = await insertOneOfEverything(first);
    await expect(openPglite(folder)).rejects.toThrow(DatabaseInUseError);
    await first.close();

    expect((await readdir(parent)).toSorted()).toEqual(["database"]);
    const second = await openPglite(folder);
    const counts = await actingAs(second)(person.subjectId, countOwned);
    await second.close();
    expect(counts).toEqual({ selfies: 1, portraits: 1, generations: 1, trainings: 1, models: 1 });
  });

  test("a folder that cannot be opened is given back", async () => {
    const folder = join(parent, "broken");
    await mkdir(folder);
    await writeFile(join(folder, "PG_VERSION"), "1");
    await expect(openPglite(folder)).rejects.toBeInstanceOf(Error);
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });
});
