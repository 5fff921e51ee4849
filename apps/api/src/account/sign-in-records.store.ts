import { createHmac, hkdfSync } from "node:crypto";
import { and, desc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import type { Secrets } from "../auth/secrets.ts";
import type { ActingAs } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { sessions, users } from "../db/schema/accounts.ts";
import { deletionReceipts, retiredSubjectNumbers, subjects } from "../db/schema/subjects.ts";
import type { SignInRecords } from "./sign-in-records.ts";

/**
 * Keeps the sign-in records in the studio's database. Of a retired number only a keyed hash is kept.
 *
 * @param secrets the studio's secrets; the keys of the hashes are derived from them, and a new hash is made with the newest
 */
export const signInRecordsOn = (database: Database, actingAs: ActingAs, secrets: Secrets): SignInRecords => {
  const keyedHash = (secret: string, subjectNumber: string) => {
    const key = Buffer.from(hkdfSync("sha256", secret, "", "retired subject numbers", 32));
    return createHmac("sha256", key).update(subjectNumber).digest("hex");
  };
  return {
    endSessions: async (userId) => {
      await database.system.delete(sessions).where(eq(sessions.userId, userId));
    },
    userOf: async (email) => {
      const [user] = await database.system
        .select({ id: users.id })
        .from(users)
        .where(eq(users.email, email.toLowerCase()));
      return user?.id;
    },
    emailOf: async (userId) => {
      const [user] = await database.system
        .select({ email: users.email })
        .from(users)
        .where(eq(users.id, userId));
      return user?.email;
    },
    listSessions: (userId, at) =>
      database.system
        .select({
          id: sessions.id,
          userAgent: sessions.userAgent,
          createdAt: sessions.createdAt,
          usedAt: sessions.updatedAt,
        })
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, at)))
        .orderBy(desc(sessions.updatedAt), desc(sessions.id)),
    endSession: async (userId, sessionId) => {
      const ended = await database.system
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)))
        .returning({ id: sessions.id });
      return ended.length > 0;
    },
    endOtherSessions: async (userId, keptSessionId) => {
      const ended = await database.system
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), ne(sessions.id, keptSessionId)))
        .returning({ id: sessions.id });
      return ended.length;
    },
    isRetired: async (subjectNumber) => {
      const found = await database.system
        .select({ retiredAt: retiredSubjectNumbers.retiredAt })
        .from(retiredSubjectNumbers)
        .where(
          inArray(
            retiredSubjectNumbers.keyedHash,
            secrets.map((secret) => keyedHash(secret, subjectNumber)),
          ),
        );
      return found.length > 0;
    },
    findDeletionReceipt: async (id) => {
      const [found] = await database.system
        .select({ sealed: deletionReceipts.sealed })
        .from(deletionReceipts)
        .where(eq(deletionReceipts.id, id));
      return found;
    },
    forgetDeletionReceipts: async (finishedBefore) => {
      const forgotten = await database.system
        .delete(deletionReceipts)
        .where(lt(deletionReceipts.finishedAt, finishedBefore))
        .returning({ id: deletionReceipts.id });
      return forgotten.length;
    },
    addressOf: async (userId) => {
      const [found] = await database.system
        .select({ email: users.email, isConfirmed: users.emailVerified })
        .from(users)
        .where(eq(users.id, userId));
      return found;
    },
    eraseSubject: ({ subjectId, userId, subjectNumber, at, before }) =>
      actingAs(subjectId, async (tx) => {
        await before(tx);
        await tx.delete(subjects).where(eq(subjects.id, subjectId));
        await tx.execute(sql`select set_config('role', 'none', true)`);
        await tx.delete(users).where(eq(users.id, userId));
        await tx
          .insert(retiredSubjectNumbers)
          .values({ keyedHash: keyedHash(secrets[0], subjectNumber), retiredAt: at })
          .onConflictDoNothing();
      }),
  };
};
