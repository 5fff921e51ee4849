import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import { studioControls } from "../db/schema/credits.ts";
import type { StudioLedger } from "./studio-ledger.ts";

const ownerRow = z.object({ subject_id: z.uuid() });
const faultRow = z.object({ subject_id: z.uuid(), fault: z.string() });
const grantRow = z.object({
  reason: z.enum(["sign-up", "operator", "payment"]),
  grants: z.coerce.number(),
  credits: z.coerce.number(),
});
const workRow = z.object({
  work: z.enum(["generation", "training"]),
  begun: z.coerce.number(),
  underWay: z.coerce.number(),
  unreserved: z.coerce.number(),
  reserved: z.coerce.number(),
  settled: z.coerce.number(),
  released: z.coerce.number(),
  held: z.coerce.number(),
  accepted: z.coerce.number(),
  delivered: z.coerce.number(),
  acceptedInVain: z.coerce.number(),
  settledUnaccepted: z.coerce.number(),
  differing: z.coerce.number(),
  predictSeconds: z.coerce.number(),
  predictSecondsInVain: z.coerce.number(),
  untold: z.coerce.number(),
});

/** Reads all ledgers through the database's narrow `security definer` functions and nothing else. */
export const studioLedgerOn = (database: Database): StudioLedger => {
  const rowsOf = async (query: SQL): Promise<unknown[]> => {
    const result: unknown = await database.system.execute(query);
    return z.object({ rows: z.array(z.unknown()) }).parse(result).rows;
  };
  const setPause = async (pausedAt: Date | null, pauseReason: string | null): Promise<void> => {
    await database.system.update(studioControls).set({ pausedAt, pauseReason });
  };
  return {
    pause: (reason, at) => setPause(at, reason),
    resume: () => setPause(null, null),
    subjectsWithoutSignUpGrant: async (atMost) => {
      const rows = await rowsOf(sql`select subject_id from subjects_without_sign_up_grant(${atMost})`);
      return rows.map((row) => ownerRow.parse(row).subject_id);
    },
    isCaughtUp: async () => {
      const [controls] = await database.system
        .select({ at: studioControls.signUpGrantsCaughtUpAt })
        .from(studioControls);
      return controls !== undefined && controls.at !== null;
    },
    markCaughtUp: async (at) => {
      await database.system.update(studioControls).set({ signUpGrantsCaughtUpAt: at });
    },
    faults: async (atMost) => {
      const rows = await rowsOf(sql`select subject_id, fault from credit_ledger_faults(${atMost})`);
      return rows.map((row) => {
        const { subject_id: subjectId, fault } = faultRow.parse(row);
        return { subjectId, fault };
      });
    },
    grantsBetween: async ({ from, until }) => {
      const rows = await rowsOf(
        sql`select * from grants_between(${from.toISOString()}, ${until.toISOString()})`,
      );
      return rows.map((row) => grantRow.parse(row));
    },
    spendingBetween: async ({ from, until }) => {
      const rows = await rowsOf(
        sql`select work, begun, under_way as "underWay", unreserved, reserved, settled, released, held, accepted,
            delivered, accepted_in_vain as "acceptedInVain", settled_unaccepted as "settledUnaccepted", differing,
            predict_seconds as "predictSeconds", predict_seconds_in_vain as "predictSecondsInVain", untold
          from spending_between(${from.toISOString()}, ${until.toISOString()})`,
      );
      return rows.map((row) => workRow.parse(row));
    },
  };
};
