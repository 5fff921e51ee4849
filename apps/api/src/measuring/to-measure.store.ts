import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import type { ToMeasureFinder } from "./to-measure.ts";

const beforeAllIds = "00000000-0000-0000-0000-000000000000";
const rows = z.object({
  rows: z.array(
    z
      .object({ id: z.uuid(), subject_id: z.uuid() })
      .transform(({ id, subject_id: subjectId }) => ({ id, subjectId })),
  ),
});

/** Finds what is to be measured through the database's narrow `security definer` functions and nothing else. */
export const toMeasureFinderOn = (database: Database): ToMeasureFinder => {
  const ask = async (query: SQL) => rows.parse(await database.system.execute(query)).rows;
  return {
    selfiesAfter: (modelVersion, after, atMost) =>
      ask(
        sql`select id, subject_id from selfies_to_measure(${modelVersion}, ${after ?? beforeAllIds}, ${atMost})`,
      ),
    portraitsAfter: ({ modelVersion, calibrations }, after, atMost) =>
      ask(
        sql`select id, subject_id from portraits_to_score(${modelVersion},
          string_to_array(${calibrations.join(",")}, ','), ${after ?? beforeAllIds}, ${atMost})`,
      ),
  };
};
