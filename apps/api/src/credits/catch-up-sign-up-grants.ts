import { isDomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import { grantSignUpCredits } from "./grant-sign-up-credits.ts";

const batchSize = 500;

/**
 * Gives everybody who was here before there were credits what a new subject gets, once in the studio's life. Killed
 * half-way, it goes on at the next start; several processes at once give nobody twice.
 */
export const catchUpSignUpGrants = async (studio: Studio): Promise<void> => {
  if (await studio.ledger.isCaughtUp()) return;
  if (studio.settings.credits.signUp > 0) {
    for (;;) {
      const missing = await studio.ledger.subjectsWithoutSignUpGrant(batchSize);
      if (missing.length === 0) break;
      for (const subjectId of missing) await grantUnlessGone(studio, subjectId);
      studio.log.info({ subjects: missing.length }, "gave the sign-up credits to subjects from before");
    }
  }
  await studio.ledger.markCaughtUp(studio.clock.now());
};

const grantUnlessGone = async (studio: Studio, subjectId: string): Promise<void> => {
  try {
    await studio.actingAs(subjectId, (tx) => grantSignUpCredits(studio, tx, subjectId));
  } catch (error) {
    // Deleted since it was looked up.
    if (!isDomainError(error) || error.code !== "not_found") throw error;
  }
};
