import type { Studio } from "../studio/studio.ts";
import type { OperatorAct } from "./operator-log.ts";

/** Writes down what an operator has just done. */
export const noteAct = async (
  { operatorLog, clock }: Pick<Studio, "operatorLog" | "clock">,
  act: string,
  {
    subjectId = null,
    reason = null,
    details = {},
  }: Partial<Pick<OperatorAct, "subjectId" | "reason" | "details">> = {},
): Promise<void> => {
  await operatorLog.append({ at: clock.now(), act, subjectId, reason, details });
};
