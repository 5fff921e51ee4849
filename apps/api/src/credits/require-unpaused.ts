import { DomainError } from "../errors/domain-error.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { findPause } from "./pause.store.ts";

/**
 * Lets new paid work through unless an operator has paused the studio. What runs already goes on to its end.
 *
 * @throws DomainError `studio_paused`
 */
export const requireUnpaused = async (tx: SubjectTransaction): Promise<void> => {
  const pause = await findPause(tx);
  if (pause !== null)
    throw new DomainError("studio_paused", { reason: pause.reason, since: pause.since.toISOString() });
};
