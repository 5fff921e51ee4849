import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import pg from "pg";
import { describe, expect, test } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { earlierMigrations } from "../../src/db/earlier-migrations.ts";
import { migrationsFolder } from "../../src/db/migrations-folder.ts";
import { fromPglite } from "../../src/db/open-pglite.ts";
import { openPostgres } from "../../src/db/open-postgres.ts";
import { createLog } from "../../src/log/create-log.ts";
import { createEmptyPostgresDatabase } from "../create-postgres-database.ts";
import { createTestStudio } from "../create-test-studio.ts";
import { untilGenerationEnds, untilTrainingEnds } from "../ready-subject.ts";
import { signIn } from "../sign-up.ts";
import { type KeptStudio, keptSchemas, readKeptStudio } from "./kept-studio.ts";
import { rowsOfKeptStudio, writeKeptPictures } from "./restore-kept-studio.ts";

type Restored = AsyncDisposable & { readonly database: Database };

/** A database as the earlier version left it, then opened by this one, which brings it up to date. */
const restore = {
  pglite: async (kept: KeptStudio): Promise<Restored> => {
    await using earlier = await earlierMigrations(kept.migrations);
    const client = await PGlite.create();
    await migratePglite(drizzlePglite(client), { migrationsFolder: earlier.folder });
    await client.exec(rowsOfKeptStudio(kept));
    const database = await fromPglite(client);
    return { database, [Symbol.asyncDispose]: database.close };
  },
  postgres: async (kept: KeptStudio): Promise<Restored> => {
    await using earlier = await earlierMigrations(kept.migrations);
    const { url, drop } = await createEmptyPostgresDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await migrate(drizzle(client), { migrationsFolder: earlier.folder });
    await client.query(rowsOfKeptStudio(kept));
    await client.end();
    const database = await openPostgres({ url, maximumConnections: 5 }, createLog("silent"));
    return {
      database,
      [Symbol.asyncDispose]: async () => {
        await database.close();
        await drop();
      },
    };
  },
};

describe.each(keptSchemas)("a studio that an earlier version left at %s", (schema) => {
  test.each(["pglite", "postgres"] as const)(
    "is brought up to date, and works with all it had, on %s",
    async (kind) => {
      const kept = await readKeptStudio(schema);
      await using restored = await restore[kind](kept);
      const { database } = restored;
      const written = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql"));
      const applied = await database.executeSql(
        "select count(*)::int as n from drizzle.__drizzle_migrations",
      );
      expect(applied.rows).toEqual([{ n: written.length }]);
      const counts = async () => {
        const found: Record<string, unknown> = {};
        for (const table of Object.keys(kept.tables))
          found[table] = (await database.executeSql(`select count(*)::int as n from "${table}"`)).rows[0]?.[
            "n"
          ];
        return found;
      };
      expect(await counts()).toEqual(
        Object.fromEntries(Object.entries(kept.tables).map(([table, rows]) => [table, rows.length])),
      );

      const imageFolder = await mkdtemp(join(tmpdir(), "selfsame-kept-"));
      await writeKeptPictures(kept, imageFolder);
      {
        await using server = await createTestStudio({ database, imageFolder });
        const person = await signIn(server.url, { ...kept.person, name: "Ada" });
        const { portraits } = await person.api.gallery.list.query({});
        expect(portraits.map(({ brief }) => brief)).toEqual([
          "in the garden, after rain",
          "by the sea, calm",
        ]);
        for (const { id } of portraits)
          expect((await person.fetch(`/images/portraits/${id}/480`)).status).toBe(200);
        expect((await person.api.account.profile.query()).hair).toBe("short grey curls");
        expect((await person.api.credits.history.query({})).entries.at(-1)).toMatchObject({
          reason: "sign-up",
        });
        const proof = await person.api.isolation.proof.query();
        expect({ problems: proof.problems, held: proof.portraits.map(({ holds }) => holds) }).toEqual({
          problems: [],
          held: [true, true],
        });
        expect((await person.api.models.get.query())?.ready).toBe(true);
        // The provider of that time is gone with its version; a new training and a new portrait go the whole way.
        await person.api.models.train.mutate();
        expect((await untilTrainingEnds(person)).status).toBe("ready");
        const { id } = await person.api.generations.create.mutate({ brief: "on the stairs" });
        expect((await untilGenerationEnds(person, id)).status).toBe("succeeded");
        expect((await person.api.isolation.proof.query()).problems).toEqual([]);
      }
      await rm(imageFolder, { recursive: true, force: true });
    },
    // A database without a snapshot to clone, two versions of its schema, and the whole way of a person.
    180_000,
  );
});
