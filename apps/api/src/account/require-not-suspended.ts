import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findSubject } from "./account.store.ts";

/**
 * Lets through who may make something new.
 *
 * @throws DomainError `account_suspended`
 */
export const requireNotSuspended = async (studio: Studio, { subjectId }: Caller): Promise<void> => {
  const subject = await studio.actingAs(subjectId, (tx) => findSubject(tx, subjectId));
  const reason = subject?.suspensionReason ?? null;
  if (reason !== null) throw new DomainError("account_suspended", { reason });
};
