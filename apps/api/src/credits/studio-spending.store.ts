import { sql } from "drizzle-orm";
import { z } from "zod";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { appRole } from "../db/roles.ts";

// Any number that nothing else in the database locks by.
const studioSpendingLock = 7_237_342;
const answer = z.object({ rows: z.tuple([z.object({ spent: z.coerce.number() })]) });

/**
 * What everybody together has reserved since a moment and not got back, in credits. From here to the end of the
 * transaction nobody else can ask: two that would each fit cannot both be let through.
 */
export const sumSpentByStudioSince = async (tx: SubjectTransaction, since: Date): Promise<number> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${studioSpendingLock})`);
  // The app's role may not count other subjects' credits; the transaction steps out of it for one statement.
  await tx.execute(sql`select set_config('role', 'none', true)`);
  const counted: unknown = await tx.execute(sql`select credits_spent_since(${since.toISOString()}) as spent`);
  await tx.execute(sql`select set_config('role', ${appRole.name}, true)`);
  return answer.parse(counted).rows[0].spent;
};
