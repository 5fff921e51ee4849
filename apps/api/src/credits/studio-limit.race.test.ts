import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPostgresDatabase } from "../../test/create-postgres-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { actingAs } from "../db/acting-as.ts";
import { openPostgres } from "../db/open-postgres.ts";
import { isDomainError } from "../errors/domain-error.ts";
import { findGeneration, insertGeneration } from "../generations/generation.store.ts";
import { createLog } from "../log/create-log.ts";
import type { Studio } from "../studio/studio.ts";
import { releaseCredits } from "./release-credits.ts";
import { reserveCredits } from "./reserve-credits.ts";

const people = 12;
const asksOfEach = 10;
const creditsOfOne = 3;
const dailyForStudio = 100;

const disposal = new AsyncDisposableStack();
/** Two processes of one studio, as far as their databases' connections go. */
let studios: Studio[];
let subjects: { readonly subjectId: string; readonly generationIds: readonly string[] }[];

beforeAll(async () => {
  const { url, drop } = await createPostgresDatabase();
  disposal.defer(drop);
  const open = async () => {
    const database = await openPostgres({ url, maximumConnections: 10 }, createLog("silent"));
    disposal.defer(() => database.close());
    return database;
  };
  const [one, two] = [await open(), await open()];
  const { studio } = disposal.use(await createTestStudio({ database: one }));
  // Long after what the rows below have reserved by being made.
  const later = {
    ...studio,
    clock: { now: () => new Date("2031-02-03T12:00:00.000Z") },
    settings: { ...studio.settings, credits: { ...studio.settings.credits, dailyForStudio } },
  };
  studios = [later, { ...later, actingAs: actingAs(two) }];
  subjects = [];
  for (let person = 0; person < people; person += 1) {
    const { subjectId, generationId } = await insertOneOfEverything(one);
    const generationIds = Array.from({ length: asksOfEach }, () => v7());
    await studio.actingAs(subjectId, async (tx) => {
      const generation = await findGeneration(tx, generationId);
      if (generation === undefined) throw new Error("There is no generation to copy");
      for (const id of generationIds) await insertGeneration(tx, { ...generation, id, idempotencyKey: null });
    });
    subjects.push({ subjectId, generationIds });
  }
});
afterAll(() => disposal.disposeAsync());

const reserve = (studio: Studio | undefined, subjectId: string, id: string) => {
  if (studio === undefined) throw new Error("There is no such process");
  return studio.actingAs(subjectId, (tx) =>
    reserveCredits(studio, tx, subjectId, { kind: "generation", id }, creditsOfOne),
  );
};

test("what many people reserve at once, on two processes, fills the studio's day and never goes past it", async () => {
  const asked = subjects.flatMap(({ subjectId, generationIds }) =>
    generationIds.map((id, index) => ({ subjectId, id, studio: studios[index % studios.length] })),
  );
  const outcomes = await Promise.allSettled(
    asked.map(async ({ subjectId, id, studio }) => {
      await reserve(studio, subjectId, id);
      return { subjectId, id };
    }),
  );
  const made = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  expect(made).toHaveLength(Math.floor(dailyForStudio / creditsOfOne));
  const codes = outcomes.flatMap((outcome) => {
    if (outcome.status === "fulfilled") return [];
    const reason: unknown = outcome.reason;
    return [isDomainError(reason) ? reason.code : reason];
  });
  expect(new Set(codes)).toEqual(new Set(["studio_limit_reached"]));

  // What is given back can be spent by somebody else, once.
  const [first] = made;
  const [studio] = studios;
  if (first === undefined || studio === undefined) throw new Error("Nothing was reserved");
  await studio.actingAs(first.subjectId, (tx) =>
    releaseCredits(studio, tx, first.subjectId, { kind: "generation", id: first.id }, "failed"),
  );
  const reserved = new Set(made.map(({ id }) => id));
  const others = asked.filter(({ id }) => !reserved.has(id)).slice(0, 10);
  const again = await Promise.allSettled(
    others.map(({ subjectId, id, studio: other }) => reserve(other, subjectId, id)),
  );
  expect(again.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
