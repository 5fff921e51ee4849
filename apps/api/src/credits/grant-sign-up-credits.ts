import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { addGrant } from "./add-grant.ts";

/** Gives a subject what the studio gives everybody at the beginning, once. */
export const grantSignUpCredits = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<void> => {
  const { signUp } = studio.settings.credits;
  if (signUp > 0) await addGrant(studio, tx, subjectId, signUp, { reason: "sign-up" });
};
