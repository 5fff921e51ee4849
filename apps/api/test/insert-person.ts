import { randomInt } from "node:crypto";
import { v7 } from "uuid";
import { insertSubject } from "../src/account/account.store.ts";
import { insertEntry } from "../src/credits/credit-entry.store.ts";
import { actingAs } from "../src/db/acting-as.ts";
import type { Database } from "../src/db/database.ts";
import { users } from "../src/db/schema/accounts.ts";
import type { Caller } from "../src/studio/caller.ts";

/** What a person of a test has to spend: more than any test spends that is not about credits. */
export const plentyOfCredits = 100_000;

/** Puts a person with a subject into the database, past sign-up. */
export async function insertPerson(database: Database, credits = plentyOfCredits): Promise<Caller> {
  const subjectNumber = String(randomInt(1_000_000_000, 10_000_000_000));
  const caller = {
    subjectId: v7(),
    subjectNumber,
    triggerWord: `user${subjectNumber}`,
    userId: v7(),
    email: `${subjectNumber}@example.org`,
  };
  await database.system.insert(users).values({ id: caller.userId, name: "Ada", email: caller.email });
  await actingAs(database)(caller.subjectId, async (tx) => {
    await insertSubject(tx, { ...caller, id: caller.subjectId, createdAt: new Date() });
    if (credits === 0) return;
    await insertEntry(tx, {
      id: v7(),
      subjectId: caller.subjectId,
      kind: "grant",
      amount: credits,
      held: 0,
      reason: "sign-up",
      grantKey: caller.subjectId,
      createdAt: new Date(),
    });
  });
  return caller;
}
