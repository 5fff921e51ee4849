import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { signUpWithModel } from "../../test/ready-subject.ts";
import { checkViolation, sqlStateOf } from "../../test/sql-state-of.ts";
import { findCaller } from "../account/find-caller.ts";
import { isDomainError } from "../errors/domain-error.ts";
import { createGeneration } from "../generations/create-generation.ts";
import { findGeneration, insertGeneration } from "../generations/generation.store.ts";
import { findBalance, insertEntry } from "./credit-entry.store.ts";
import { getBalance } from "./get-balance.ts";

const spenders = 100;
const trainingPrice = 20;

let opened: TestDatabase;
let server: TestStudio;

beforeAll(async () => {
  opened = await createTestDatabase("postgres");
  server = await createTestStudio({
    database: opened.database,
    credits: { signUp: trainingPrice + 1, training: trainingPrice },
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await opened[Symbol.asyncDispose]();
});

const refusalsOf = (outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));

test("of a hundred generations that are asked for at once with the last credit, one is made", async () => {
  const { studio } = server;
  const person = await signUpWithModel(server.url);
  const caller = await findCaller(studio, person);
  expect(await getBalance(studio, caller.subjectId)).toEqual({ available: 1, reserved: 0 });
  const wish = {
    service: "studio",
    brief: "at sea",
    expression: null,
    enhancement: "none",
    presetId: null,
    changes: {},
    outputs: 1,
    seed: null,
  } as const;
  const outcomes = await Promise.allSettled(
    Array.from({ length: spenders }, () =>
      createGeneration(studio, caller, { ...wish, idempotencyKey: v7() }),
    ),
  );
  const refusals = refusalsOf(outcomes);
  expect(refusals).toHaveLength(spenders - 1);
  const codes = new Set(refusals.map((refusal) => (isDomainError(refusal) ? refusal.code : refusal)));
  expect([...codes]).toEqual(["credits_insufficient"]);
  const { rows } = await opened.database.executeSql(
    "select count(*)::int as made from generations where subject_id = $1",
    [caller.subjectId],
  );
  expect(rows).toEqual([{ made: 1 }]);
  expect((await getBalance(studio, caller.subjectId)).available).toBe(0);
  const faults = await studio.ledger.faults(10);
  expect(faults.filter(({ subjectId }) => subjectId === caller.subjectId)).toEqual([]);
});

test("of a hundred reservations that never look at the balance, the database lets one through", async () => {
  const { studio } = server;
  const { subjectId, generationId } = await insertOneOfEverything(opened.database);
  const ids = Array.from({ length: spenders }, () => v7());
  const balance = await studio.actingAs(subjectId, async (tx) => {
    const generation = await findGeneration(tx, generationId);
    if (generation === undefined) throw new Error("There is no generation to copy");
    for (const id of ids) await insertGeneration(tx, { ...generation, id });
    return findBalance(tx, subjectId);
  });
  const reserveAll = (id: string) =>
    studio.actingAs(subjectId, (tx) =>
      insertEntry(tx, {
        id,
        subjectId,
        kind: "reserve",
        amount: -balance.available,
        held: balance.available,
        reservationId: id,
        generationId: id,
        reason: "generation",
        createdAt: new Date(),
      }),
    );
  const refusals = refusalsOf(await Promise.allSettled(ids.map(reserveAll)));
  expect(refusals.map(sqlStateOf)).toEqual(Array.from({ length: spenders - 1 }, () => checkViolation));
  expect(await getBalance(studio, subjectId)).toEqual({ available: 0, reserved: balance.available });
});
