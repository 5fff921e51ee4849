import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { insertPortraits } from "../gallery/portrait.store.ts";
import { endGeneration } from "../generations/end-generation.ts";
import { endStoring } from "../generations/end-storing.ts";
import { findGeneration, insertGeneration, lockGeneration } from "../generations/generation.store.ts";
import { getBalance } from "./get-balance.ts";
import { reserveCredits } from "./reserve-credits.ts";
import { settleCredits } from "./settle-credits.ts";

const disposal = new AsyncDisposableStack();
let server: TestStudio;
beforeAll(async () => {
  const { database } = disposal.use(await createTestDatabase("pglite"));
  server = disposal.use(await createTestStudio({ database }));
});
afterAll(() => disposal.disposeAsync());

/** How one generation goes: pictures arrive one by one, each whole or not at all, and then it ends, often twice. */
const life = fc.record({
  outputs: fc.integer({ min: 1, max: 4 }),
  arriving: fc.integer({ min: 0, max: 4 }),
  ends: fc.array(fc.constantFrom("stored", "failed", "canceled", "expired"), { minLength: 1, maxLength: 3 }),
});
/** A step of one of the generations that go on at once. */
const turns = fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 40 });

test("whatever becomes of generations that go on at once, the ledger has what was delivered and holds what is open", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), turns, async (lives, order) => {
      const { studio } = server;
      const { subjectId, generationId } = await insertOneOfEverything(server.database);
      const { available: granted } = await getBalance(studio, subjectId);
      const model = lives.map((given) => ({ ...given, id: "", arrived: 0, ended: false, said: 0 }));
      const play = async (one: (typeof model)[number]): Promise<void> => {
        if (one.id === "") {
          one.id = v7();
          await begin(studio, subjectId, generationId, one);
        } else if (!one.ended && one.arrived < Math.min(one.arriving, one.outputs)) {
          await deliver(studio, subjectId, one.id, one.arrived);
          one.arrived += 1;
        } else {
          const end = one.ends[one.said % one.ends.length] ?? "failed";
          one.said += 1;
          one.ended ||= await sayEnd(studio, subjectId, one.id, end);
        }
      };
      for (const turn of order) {
        const one = model[turn % model.length];
        if (one !== undefined) await play(one);
        const begun = model.filter(({ id }) => id !== "");
        const spent = begun.reduce((sum, { arrived }) => sum + arrived, 0);
        const reserved = begun.reduce(
          (sum, { ended, outputs, arrived }) => sum + (ended ? 0 : outputs - arrived),
          0,
        );
        expect(await getBalance(studio, subjectId)).toEqual({
          available: granted - spent - reserved,
          reserved,
        });
      }
      expect(await studio.ledger.faults(10)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

type TestedStudio = TestStudio["studio"];

const begin = (
  studio: TestedStudio,
  subjectId: string,
  likeId: string,
  { id, outputs }: { id: string; outputs: number },
) =>
  studio.actingAs(subjectId, async (tx) => {
    const like = await findGeneration(tx, likeId);
    if (like === undefined) throw new Error("There is no generation to copy");
    // Nobody but the model ends it: the studio's own look at what is due comes later than any run.
    const later = new Date(Date.now() + 86_400_000);
    const times = { deadlineAt: later, nextCheckAt: later, endedAt: null };
    await insertGeneration(tx, { ...like, ...times, id, outputs, status: "storing" });
    await reserveCredits(studio, tx, subjectId, { kind: "generation", id }, outputs);
  });

const deliver = (studio: TestedStudio, subjectId: string, generationId: string, outputIndex: number) =>
  studio.actingAs(subjectId, async (tx) => {
    await insertPortraits(tx, [
      {
        id: v7(),
        subjectId,
        generationId,
        outputIndex,
        sha256: "0".repeat(64),
        sizeBytes: 1,
        contentType: "image/png",
        width: 1,
        height: 1,
        placeholderHash: "",
        recipe: {},
        simulated: true,
        createdAt: new Date(),
      },
    ]);
    await settleCredits(studio, tx, subjectId, { kind: "generation", id: generationId }, 1);
  });

/** Whether it ended, or had: the state machine decides which ends count. */
const sayEnd = (
  studio: TestedStudio,
  subjectId: string,
  generationId: string,
  end: "stored" | "failed" | "canceled" | "expired",
) =>
  studio.actingAs(subjectId, async (tx) => {
    const row = await lockGeneration(tx, generationId);
    if (row === undefined) throw new Error("The generation is gone");
    if (row.endedAt !== null) return true;
    if (end === "stored") await endStoring(studio, tx, row, null);
    else await endGeneration(studio, tx, row, { type: end }, end === "failed" ? "unknown" : null);
    return (await findGeneration(tx, generationId))?.endedAt !== null;
  });
