import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestDatabase } from "../../test/create-test-database.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertOneOfEverything, type OneOfEverything } from "../../test/insert-one-of-everything.ts";
import {
  checkViolation,
  insufficientPrivilege,
  refusalOf,
  uniqueViolation,
} from "../../test/sql-state-of.ts";
import { actingAs, type ActingAs } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { creditEntries } from "../db/schema/credits.ts";
import { generations } from "../db/schema/generations.ts";
import { subjects } from "../db/schema/subjects.ts";
import { findBalance, insertEntry, listEntries, type NewCreditEntry } from "./credit-entry.store.ts";
import { studioLedgerOn } from "./studio-ledger.store.ts";

describeOnBothDatabases("the ledger's rules in the database", (open) => {
  let opened: TestDatabase;
  let database: Database;
  let acting: ActingAs;
  let person: OneOfEverything;
  let start: number;

  beforeAll(async () => {
    opened = await open();
    database = opened.database;
    acting = actingAs(database);
  });
  afterAll(() => opened[Symbol.asyncDispose]());
  beforeEach(async () => {
    person = await insertOneOfEverything(database);
    start = (await acting(person.subjectId, (tx) => findBalance(tx, person.subjectId))).available;
  });

  const add = (
    entry: Pick<NewCreditEntry, "kind" | "amount" | "held" | "reason"> & Partial<NewCreditEntry>,
  ) =>
    acting(person.subjectId, (tx) =>
      insertEntry(tx, { id: v7(), subjectId: person.subjectId, createdAt: new Date(), ...entry }),
    );
  const faultsOf = async ({ subjectId }: OneOfEverything) =>
    (await studioLedgerOn(database).faults(100)).filter((fault) => fault.subjectId === subjectId);
  const reserve = (credits: number, over: Partial<NewCreditEntry> = {}) => {
    const id = v7();
    return add({
      id,
      kind: "reserve",
      amount: -credits,
      held: credits,
      reservationId: id,
      generationId: person.generationId,
      reason: "generation",
      ...over,
    });
  };

  test("counts position and balances itself, whatever it is told", async () => {
    const held = await reserve(3);
    expect(held).toMatchObject({ position: 2, availableAfter: start - 3, heldAfter: 3 });
    const told = { position: 99, availableAfter: 10 ** 6, heldAfter: 10 ** 6 };
    const settled = {
      kind: "settle",
      amount: 0,
      held: -1,
      reservationId: held.id,
      reason: "delivered",
    } as const;
    expect(await add({ ...settled, ...told })).toMatchObject({
      position: 3,
      availableAfter: start - 3,
      heldAfter: 2,
    });
    const released = {
      kind: "release",
      amount: 2,
      held: -2,
      reservationId: held.id,
      reason: "withheld",
    } as const;
    expect(await add(released)).toMatchObject({ position: 4, availableAfter: start - 1, heldAfter: 0 });
    expect(await faultsOf(person)).toEqual([]);
  });

  test("refuses a balance below zero", async () => {
    expect(await refusalOf(reserve(start + 1))).toBe(checkViolation);
    expect(await reserve(start)).toMatchObject({ availableAfter: 0, heldAfter: start });
  });

  test("holds credits for a generation once", async () => {
    await reserve(1);
    expect(await refusalOf(reserve(1))).toBe(uniqueViolation);
  });

  test("spends and gives back no more than is held", async () => {
    const { id: reservationId } = await reserve(2);
    await add({ kind: "settle", amount: 0, held: -1, reservationId, reason: "delivered" });
    const tooMuch = { kind: "release", amount: 2, held: -2, reservationId, reason: "failed" } as const;
    expect(await refusalOf(add(tooMuch))).toBe(checkViolation);
    await add({ kind: "release", amount: 1, held: -1, reservationId, reason: "failed" });
    const again = { kind: "settle", amount: 0, held: -1, reservationId, reason: "delivered" } as const;
    expect(await refusalOf(add(again))).toBe(checkViolation);
  });

  test.each([
    ["a grant of nothing", { kind: "grant", amount: 0, held: 0, reason: "payment", grantKey: "p" }],
    ["a grant that takes", { kind: "grant", amount: -5, held: 0, reason: "payment", grantKey: "p" }],
    ["a grant that anybody could repeat", { kind: "grant", amount: 5, held: 0, reason: "payment" }],
    [
      "an operator's grant without words",
      { kind: "grant", amount: 5, held: 0, reason: "operator", grantKey: "k" },
    ],
    [
      "a grant for a reason of spending",
      { kind: "grant", amount: 5, held: 0, reason: "delivered", grantKey: "k" },
    ],
    ["spending what nobody reserved", { kind: "settle", amount: 0, held: -1, reason: "delivered" }],
    ["giving back what nobody reserved", { kind: "release", amount: 1, held: -1, reason: "failed" }],
  ] as const)("refuses %s", async (_what, entry) => {
    expect(await refusalOf(add(entry))).toBe(checkViolation);
  });

  test("refuses a reservation that is for nothing, or holds less than it takes", async () => {
    expect(await refusalOf(reserve(1, { generationId: null }))).toBe(checkViolation);
    expect(await refusalOf(reserve(1, { held: 0 }))).toBe(checkViolation);
  });

  test("gives the same grant once, also to two subjects", async () => {
    const paid = { kind: "grant", amount: 5, held: 0, reason: "payment", grantKey: v7() } as const;
    await add(paid);
    expect(await refusalOf(add(paid))).toBe(uniqueViolation);
    person = await insertOneOfEverything(database);
    expect(await refusalOf(add(paid))).toBe(uniqueViolation);
  });

  test("lets nobody change or delete an entry, not even who owns the database", async () => {
    for (const change of [sql`update credit_entries set amount = 1000000`, sql`delete from credit_entries`])
      expect(await refusalOf(Promise.resolve(database.system.execute(change)))).toBe(insufficientPrivilege);
  });

  test("goes with its subject and only then", async () => {
    const own = eq(generations.id, person.generationId);
    await reserve(1);
    expect(await refusalOf(Promise.resolve(database.system.delete(generations).where(own)))).toBe(
      insufficientPrivilege,
    );
    await database.system.delete(subjects).where(eq(subjects.id, person.subjectId));
    const left = await database.system
      .select()
      .from(creditEntries)
      .where(eq(creditEntries.subjectId, person.subjectId));
    expect(left).toEqual([]);
  });

  test("lets no generation end that still holds credits", async () => {
    const { id: reservationId } = await reserve(2);
    const end = { endedAt: new Date() };
    const ending = acting(person.subjectId, (tx) =>
      tx.update(generations).set(end).where(eq(generations.id, person.generationId)),
    );
    expect(await refusalOf(ending)).toBe(checkViolation);
    await acting(person.subjectId, async (tx) => {
      await tx.update(generations).set(end).where(eq(generations.id, person.generationId));
      const rest = { kind: "release", amount: 2, held: -2, reservationId, reason: "failed" } as const;
      await insertEntry(tx, { id: v7(), subjectId: person.subjectId, createdAt: new Date(), ...rest });
    });
  });

  test("an audit names a reservation that holds credits for work which has ended", async () => {
    const { id } = await reserve(2);
    expect(await faultsOf(person)).toEqual([
      { subjectId: person.subjectId, fault: `reservation ${id} holds 2 credits for work that has ended` },
    ]);
  });

  test("an audit names an entry that was changed past every guard", async () => {
    const { id } = await reserve(2);
    const tamper = `alter table credit_entries disable trigger credit_entries_keep;
      update credit_entries set available_after = available_after + 50 where id = '${id}';
      alter table credit_entries enable trigger credit_entries_keep`;
    await database.executeSql(tamper);
    expect(await faultsOf(person)).toContainEqual({
      subjectId: person.subjectId,
      fault: "entry 2 does not follow from those before it",
    });
  });

  test("adds up after two hundred entries that come at once", async () => {
    const grant = () => add({ kind: "grant", amount: 1, held: 0, reason: "payment", grantKey: v7() });
    await Promise.all(Array.from({ length: 200 }, grant));
    const entries = await acting(person.subjectId, (tx) =>
      listEntries(tx, person.subjectId, { before: null, limit: 500 }),
    );
    expect(entries.map(({ position }) => position)).toEqual(
      Array.from({ length: 201 }, (_, index) => 201 - index),
    );
    expect(entries[0]).toMatchObject({ availableAfter: start + 200, heldAfter: 0 });
    expect(await faultsOf(person)).toEqual([]);
  });
});
