import { sql } from "drizzle-orm";
import type { Database, Transaction } from "./database.ts";
import { createHintSender, hintsOf } from "./hints.ts";
import { actingSubjectSetting, appRole } from "./roles.ts";

declare const actsForOneSubject: unique symbol;

/** A transaction that sees and writes one subject's rows alone; stores take nothing else. */
export type SubjectTransaction = Transaction & { readonly [actsForOneSubject]: true };

/** Runs work in one transaction as one subject, under the role that row-level security binds. */
export type ActingAs = <T>(subjectId: string, work: (tx: SubjectTransaction) => Promise<T>) => Promise<T>;

/**
 * The only way to a subject's rows. The role and the subject hold until the transaction ends, so a pooled
 * connection carries neither to the next one. Nothing slow may happen inside: the embedded database has one session.
 */
export const actingAs = (database: Database): ActingAs => {
  const sendHints = createHintSender(database);
  return async (subjectId, work) => {
    const { done, hints } = await database.system.transaction(async (tx) => {
      const result = await work(await asSubject(tx, subjectId));
      return { done: result, hints: hintsOf(tx) };
    });
    // Nobody waits for it: the work is done, and a hint is only that.
    if (hints.length > 0) void sendHints(hints);
    return done;
  };
};

/**
 * For questions that take more than one statement: all of them see the rows of one moment, so that no answer is put
 * together from before and after a change. Writing is refused by the database.
 */
export const readingAs =
  (database: Database): ActingAs =>
  (subjectId, work) =>
    database.system.transaction(async (tx) => work(await asSubject(tx, subjectId)), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });

const asSubject = async (tx: Transaction, subjectId: string): Promise<SubjectTransaction> => {
  await tx.execute(
    sql`select set_config('role', ${appRole.name}, true), set_config(${actingSubjectSetting}, ${subjectId}, true)`,
  );
  // Safe: the role and the subject were set for this transaction one line above.
  return tx as SubjectTransaction;
};
