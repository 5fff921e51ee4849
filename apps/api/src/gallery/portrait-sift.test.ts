import { randomBytes } from "node:crypto";
import type { Service } from "@selfsame/flux-core";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertOneOfEverything, type OneOfEverything } from "../../test/insert-one-of-everything.ts";
import { actingAs } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { insertGeneration } from "../generations/generation.store.ts";
import {
  insertPortraits,
  listPortraitRows,
  type PortraitSift,
  type PortraitWithBrief,
  setKept,
  setTrashed,
} from "./portrait.store.ts";

const day = (number: number) => new Date(Date.UTC(2020, 0, number, 12));

/** What is made for the one person of these tests: an id to know it by, and what it can be found by. */
const made: readonly { day: number; service: Service; presetId: string; kept?: true; trashed?: true }[] = [
  { day: 1, service: "studio", presetId: "previous" },
  { day: 2, service: "maya", presetId: "natural-expression", kept: true },
  { day: 3, service: "maya", presetId: "strong-likeness" },
  { day: 4, service: "photoshoot", presetId: "natural-expression", trashed: true, kept: true },
  { day: 5, service: "studio", presetId: "natural-expression", kept: true },
];

describeOnBothDatabases("the gallery", (open) => {
  const disposal = new AsyncDisposableStack();
  let database: Database;
  let person: OneOfEverything;
  const dayOf = new Map<string, number>();
  beforeAll(async () => {
    ({ database } = disposal.use(await open()));
    person = await insertOneOfEverything(database);
    for (const one of made) dayOf.set(await insertOne(one), one.day);
  });
  afterAll(() => disposal.disposeAsync());

  const insertOne = async ({ day: number, service, presetId, kept, trashed }: (typeof made)[number]) => {
    const [generationId, id] = [v7(), v7()];
    const at = day(number);
    const { subjectId, trainingId } = person;
    await actingAs(database)(subjectId, async (tx) => {
      const times = { simulated: true, deadlineAt: at, nextCheckAt: at, createdAt: at };
      const asked = { presetId, presetVersion: 1, prompt: "", input: {}, seed: 7, outputs: 1 };
      const generation = { id: generationId, subjectId, trainingId, service, brief: "at sea" };
      await insertGeneration(tx, {
        ...times,
        ...asked,
        ...generation,
        enhancement: "none",
        status: "succeeded",
        endedAt: at,
      });
      const picture = { sizeBytes: 1_000, contentType: "image/png", width: 600, height: 800 };
      const sha256 = randomBytes(32).toString("hex");
      const of = { subjectId, generationId, outputIndex: 0, recipe: {}, simulated: true, createdAt: at };
      await insertPortraits(tx, [{ ...picture, ...of, id, sha256, placeholderHash: "AA==" }]);
      if (kept) await setKept(tx, [id], true);
      if (trashed) await setTrashed(tx, [id], at);
    });
    return id;
  };

  /** The days of what is found, newest first; what the person had before is left out. */
  const found = async (sift: PortraitSift, limit: number) => {
    const { subjectId, portraitId } = person;
    const rows: PortraitWithBrief[] = [];
    for (let size = limit; size === limit;) {
      const after = rows.at(-1) ?? null;
      const page = await actingAs(database)(subjectId, (tx) =>
        listPortraitRows(tx, subjectId, { ...sift, after, limit }),
      );
      rows.push(...page);
      size = page.length;
    }
    return rows.filter(({ id }) => id !== portraitId).map(({ id }) => dayOf.get(id));
  };

  test.each<[string, PortraitSift, number[]]>([
    ["nothing", {}, [5, 3, 2, 1]],
    ["what is kept", { kept: true }, [5, 2]],
    ["what is not", { kept: false }, [3, 1]],
    ["a service", { service: "maya" }, [3, 2]],
    ["a preset", { presetId: "natural-expression" }, [5, 2]],
    ["days", { from: day(2), until: day(5) }, [3, 2]],
    [
      "everything at once",
      { kept: true, service: "maya", presetId: "natural-expression", until: day(9) },
      [2],
    ],
    ["what was never made", { service: "lab" }, []],
  ])(
    "narrowed to %s shows just that, whatever the page's length, and never the trash",
    async (_, sift, days) => {
      for (const limit of [1, 2, 100]) expect(await found(sift, limit)).toEqual(days);
    },
  );
});
