import { randomInt } from "node:crypto";
import { v7 } from "uuid";
import { insertSubject } from "../src/account/account.store.ts";
import { actingAs } from "../src/db/acting-as.ts";
import type { Database } from "../src/db/database.ts";
import { users } from "../src/db/schema/accounts.ts";
import type { Caller } from "../src/studio/caller.ts";

/** Puts a person with a subject into the database, past sign-up. */
export async function insertPerson(database: Database): Promise<Caller> {
  const subjectNumber = String(randomInt(1_000_000_000, 10_000_000_000));
  const caller = {
    subjectId: v7(),
    subjectNumber,
    triggerWord: `user${subjectNumber}`,
    userId: v7(),
    email: `${subjectNumber}@example.org`,
  };
  await database.system.insert(users).values({ id: caller.userId, name: "Ada", email: caller.email });
  await actingAs(database)(caller.subjectId, (tx) =>
    insertSubject(tx, { ...caller, id: caller.subjectId, createdAt: new Date() }),
  );
  return caller;
}
