import { sql } from "drizzle-orm";
import { z } from "zod";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { appRole } from "../db/roles.ts";

/** How long one whole shoot took; whose it was is not told. */
export interface ShootTime {
  readonly shots: number;
  /** From asking to the end of the first shot, in seconds. */
  readonly firstSeconds: number;
  /** From asking to the end of the last shot, in seconds. */
  readonly lastSeconds: number;
}

const answer = z.object({
  rows: z.array(z.object({ shots: z.number(), first_seconds: z.number(), last_seconds: z.number() })),
});

/** The times of this studio's latest shoots that went through without a failure, newest first. */
export const listShootTimes = async (
  tx: SubjectTransaction,
  of: { readonly simulated: boolean; readonly outputs: number; readonly atMost: number },
): Promise<ShootTime[]> => {
  // The app's role sees no other subjects' shoots; the transaction steps out of it for one statement.
  await tx.execute(sql`select set_config('role', 'none', true)`);
  const counted: unknown = await tx.execute(
    sql`select * from shoot_times(${of.simulated}, ${of.outputs}, ${of.atMost})`,
  );
  await tx.execute(sql`select set_config('role', ${appRole.name}, true)`);
  return answer.parse(counted).rows.map((row) => ({
    shots: row.shots,
    firstSeconds: row.first_seconds,
    lastSeconds: row.last_seconds,
  }));
};
