import type { SubjectTransaction } from "../db/acting-as.ts";
import { studioControls } from "../db/schema/credits.ts";
import type { Pause } from "./studio-ledger.ts";

/** The pause an operator has ordered, as a subject's transaction sees it; null: work is taken. */
export const findPause = async (tx: SubjectTransaction): Promise<Pause | null> => {
  const [controls] = await tx
    .select({ since: studioControls.pausedAt, reason: studioControls.pauseReason })
    .from(studioControls);
  if (controls === undefined || controls.since === null || controls.reason === null) return null;
  return { since: controls.since, reason: controls.reason };
};
