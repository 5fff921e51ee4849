import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { insertPerson } from "../../test/insert-person.ts";
import { actingAs } from "../db/acting-as.ts";
import { generations } from "../db/schema/generations.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { findBalance } from "./credit-entry.store.ts";
import { releaseCredits } from "./release-credits.ts";
import { settleCredits } from "./settle-credits.ts";

const signUp = 70;
let opened: TestDatabase;
beforeEach(async () => {
  opened = await createTestDatabase("postgres");
});
afterEach(() => opened[Symbol.asyncDispose]());

const balanceOf = (subjectId: string) =>
  actingAs(opened.database)(subjectId, (tx) => findBalance(tx, subjectId));

test("people from before there were credits get the sign-up grant once, whoever starts how often", async () => {
  const withoutAny = [await insertPerson(opened.database, 0), await insertPerson(opened.database, 0)];
  const withSome = await insertPerson(opened.database, 5);
  const start = () => createTestStudio({ database: opened.database, credits: { signUp } });
  for (const server of await Promise.all([start(), start(), start()])) await server[Symbol.asyncDispose]();
  const later = await insertPerson(opened.database, 0);
  await using server = await createTestStudio({ database: opened.database, credits: { signUp: 500 } });
  for (const { subjectId } of withoutAny)
    expect(await balanceOf(subjectId)).toEqual({ available: signUp, reserved: 0 });
  expect(await balanceOf(withSome.subjectId)).toEqual({ available: 5, reserved: 0 });
  expect(await balanceOf(later.subjectId)).toEqual({ available: 0, reserved: 0 });
  expect(await server.studio.ledger.faults(10)).toEqual([]);
});

test("work from before there were credits is delivered and ended as ever, and costs nothing", async () => {
  await using server = await createTestStudio({ database: opened.database });
  const { studio } = server;
  const { subjectId, generationId } = await insertOneOfEverything(opened.database);
  const before = await balanceOf(subjectId);
  const work = { kind: "generation", id: generationId } as const;
  await studio.actingAs(subjectId, async (tx) => {
    await settleCredits(studio, tx, subjectId, work, 1);
    await releaseCredits(studio, tx, subjectId, work, "failed");
    await tx.update(generations).set({ endedAt: new Date() }).where(eq(generations.id, generationId));
  });
  expect(await balanceOf(subjectId)).toEqual(before);
});
