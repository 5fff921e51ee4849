import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteToken } from "./token.store.ts";

/**
 * Ends one of the caller's access tokens, at once: the next request with it is refused, and a feed that it opened
 * tells nothing more.
 *
 * @throws DomainError `not_found`
 */
export const revokeToken = async (studio: Studio, { subjectId }: Caller, tokenId: string): Promise<void> => {
  const gone = await studio.actingAs(subjectId, (tx) => deleteToken(tx, subjectId, tokenId));
  if (!gone) throw new DomainError("not_found", { what: "access token" });
};
