import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import { studioControls } from "../db/schema/credits.ts";
import type { StudioWatch } from "./studio-watch.ts";

const stuckRow = z.object({
  kind: z.enum(["training", "generation"]),
  id: z.uuid(),
  status: z.string(),
  created_at: z.coerce.date(),
  deadline_at: z.coerce.date(),
  next_check_at: z.coerce.date(),
});
const gaugeRow = z.object({
  name: z.enum(["credits_held", "open_generations", "open_trainings"]),
  label: z.string(),
  value: z.coerce.number(),
});
const depthRow = z.object({ job: z.string(), state: z.string(), count: z.coerce.number() });

/** Counts through the database's narrow `security definer` functions, and asks the queue's own tables. */
export const studioWatchOn = (database: Database): StudioWatch => ({
  stuckWork: async (at, atMost) => {
    const { rows } = await database.executeSql("select * from stuck_work($1, $2)", [
      at.toISOString(),
      atMost,
    ]);
    return rows.map((row) => {
      const {
        created_at: createdAt,
        deadline_at: deadlineAt,
        next_check_at: nextCheckAt,
        ...rest
      } = stuckRow.parse(row);
      return { ...rest, createdAt, deadlineAt, nextCheckAt };
    });
  },
  gauges: async () => {
    const { rows } = await database.executeSql("select * from studio_gauges()");
    return rows.map((row) => gaugeRow.parse(row));
  },
  pause: async () => {
    const [controls] = await database.system
      .select({ since: studioControls.pausedAt, reason: studioControls.pauseReason })
      .from(studioControls);
    if (controls === undefined || controls.since === null || controls.reason === null) return null;
    return { since: controls.since, reason: controls.reason };
  },
  queueDepths: async () => {
    const result: unknown = await database.system.execute(
      sql`select name as job, state::text as state, count(*) as count from pgboss.job
        where state in ('created', 'retry', 'active') and name not like '\\_\\_%' group by name, state`,
    );
    return z.object({ rows: z.array(depthRow) }).parse(result).rows;
  },
});
