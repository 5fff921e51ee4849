import { setSuspension } from "../account/account.store.ts";
import type { Studio } from "../studio/studio.ts";

/**
 * Lets somebody make nothing new: no upload, no training, no generation, no talk. What they have stays theirs: they can
 * sign in, look, export and delete. What is under way goes on to its end.
 *
 * @param reason in words, for the person who meets it; null lets them make things again
 */
export const suspendSubject = async (
  studio: Pick<Studio, "actingAs" | "clock" | "log">,
  subjectId: string,
  reason: string | null,
): Promise<void> => {
  const suspension = reason === null ? null : { at: studio.clock.now(), reason };
  await studio.actingAs(subjectId, (tx) => setSuspension(tx, subjectId, suspension));
  const what = reason === null ? "lifted a suspension" : "suspended an account";
  studio.log.warn({ subjectId }, `an operator has ${what}`);
};
