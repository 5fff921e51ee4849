import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";

/**
 * Signs one of the caller's browsers or terminals out, at once.
 *
 * @throws DomainError `not_found`
 */
export const endSession = async (studio: Studio, caller: Caller, sessionId: string): Promise<void> => {
  const ended = await studio.signIn.endSession(caller.userId, sessionId);
  if (!ended) throw new DomainError("not_found", { what: "session" });
};
