import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { insertPortraits } from "../gallery/portrait.store.ts";
import { listPortraits } from "../gallery/list-portraits.ts";
import { findGeneration, insertGeneration } from "../generations/generation.store.ts";
import { listGenerations } from "../generations/list-generations.ts";
import type { Caller } from "./caller.ts";
import { cursorInput, encodeCursor, type ListCursor } from "./list-cursor.ts";

const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });

describe("a cursor", () => {
  test("comes back as it was given out", () => {
    fc.assert(
      fc.property(moment, fc.uuid(), (createdAt, id) => {
        expect(cursorInput.parse(encodeCursor({ createdAt, id }))).toEqual({ createdAt, id });
      }),
    );
  });

  test("that is nonsense is refused as bad input and breaks nothing", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((text) => btoa(encodeURI(text))),
        ),
        (text) => {
          expect(cursorInput.safeParse(text).success).toBe(false);
        },
      ),
    );
  });

  test.each(["0000-01-01T00:00:00.000Z", "9999-12-31T23:59:60.000Z", "2026-02-30T00:00:00Z"])(
    "that names the moment %s, which no database knows, is refused too",
    (createdAt) => {
      const text = Buffer.from(JSON.stringify([createdAt, v7()])).toString("base64url");
      expect(cursorInput.safeParse(text).success).toBe(false);
    },
  );
});

describeOnBothDatabases("walking a list page by page", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let caller: Caller;
  const expected: { portraits: string[]; kept: string[]; generations: string[] } = {
    portraits: [],
    kept: [],
    generations: [],
  };

  // Many of them made in the same moment, and none in the order of their ids.
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    const person = await insertOneOfEverything(database);
    caller = person;
    await insertOneOfEverything(database);
    const moments = [0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 4, 5, 5].map(
      (second) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
    );
    await server.studio.actingAs(caller.subjectId, async (tx) => {
      const generation = await findGeneration(tx, person.generationId);
      if (generation === undefined) throw new Error("There is no generation to copy");
      for (const [index, createdAt] of moments.entries()) {
        const id = crypto.randomUUID();
        await insertGeneration(tx, { ...generation, id, providerId: null, createdAt });
        await insertPortraits(tx, [
          {
            id: crypto.randomUUID(),
            subjectId: caller.subjectId,
            generationId: id,
            outputIndex: 0,
            sha256: "0".repeat(64),
            sizeBytes: 1,
            contentType: "image/png",
            width: 1,
            height: 1,
            placeholderHash: "",
            recipe: {},
            kept: index % 2 === 0,
            simulated: true,
            createdAt,
          },
        ]);
      }
    });
    const idsOf = async (table: string, where = "true") =>
      (
        await database.executeSql(
          `select id from ${table} where subject_id = '${caller.subjectId}' and ${where} order by created_at desc, id desc`,
        )
      ).rows.map(({ id }) => String(id));
    expected.portraits = await idsOf("portraits");
    expected.kept = await idsOf("portraits", "kept");
    expected.generations = await idsOf("generations");
  });
  afterAll(() => disposal.disposeAsync());

  async function walk(
    page: (after: ListCursor | null) => Promise<{ ids: string[]; nextCursor: string | null }>,
  ): Promise<string[]> {
    const seen: string[] = [];
    for (let after: ListCursor | null = null; ;) {
      const { ids, nextCursor } = await page(after);
      seen.push(...ids);
      if (nextCursor === null) return seen;
      after = cursorInput.parse(nextCursor);
    }
  }

  const pageSize = fc.integer({ min: 1, max: 20 });

  test("meets each portrait once, newest first, whatever the size of a page", async () => {
    await fc.assert(
      fc.asyncProperty(pageSize, fc.boolean(), async (limit, kept) => {
        const seen = await walk(async (after) => {
          const { portraits, nextCursor } = await listPortraits(server.studio, caller, {
            after,
            limit,
            kept: kept ? true : undefined,
          });
          return { ids: portraits.map(({ id }) => id), nextCursor };
        });
        expect(seen).toEqual(kept ? expected.kept : expected.portraits);
      }),
      { numRuns: 25 },
    );
  });

  test("meets each generation once, newest first, whatever the size of a page", async () => {
    await fc.assert(
      fc.asyncProperty(pageSize, async (limit) => {
        const seen = await walk(async (after) => {
          const { generations, nextCursor } = await listGenerations(server.studio, caller, { after, limit });
          return { ids: generations.map(({ id }) => id), nextCursor };
        });
        expect(seen).toEqual(expected.generations);
      }),
      { numRuns: 15 },
    );
  });
});
