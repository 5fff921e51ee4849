import { desc } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { operatorActs } from "../db/schema/operator.ts";
import type { OperatorLog } from "./operator-log.ts";

/** Keeps the log in the studio's database. */
export const operatorLogOn = (database: Database): OperatorLog => ({
  append: async (act) => {
    await database.system.insert(operatorActs).values(act);
  },
  newest: (atMost) =>
    database.system
      .select({
        at: operatorActs.at,
        act: operatorActs.act,
        subjectId: operatorActs.subjectId,
        reason: operatorActs.reason,
        details: operatorActs.details,
      })
      .from(operatorActs)
      .orderBy(desc(operatorActs.position))
      .limit(atMost),
});
