import { findSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findToken, noteTokenUse } from "./token.store.ts";
import type { TokenScope } from "./token-scope.ts";
import { hashOfToken } from "./token-secret.ts";

const noteUseEveryMs = 60_000;

/** Whose token a request carries, and what it may do. */
export interface TokenHolder {
  readonly caller: Caller;
  readonly tokenId: string;
  readonly scopes: ReadonlySet<TokenScope>;
}

/**
 * The person who gave this access token to a program. One that is unknown, revoked or has run out is refused with the
 * same words.
 *
 * @throws DomainError `token_refused`, `account_closing`
 */
export const findTokenHolder = async (studio: Studio, secret: string): Promise<TokenHolder> => {
  const hash = hashOfToken(secret);
  const subjectId = await studio.owners.ownerOfAccessToken(hash);
  if (subjectId === undefined) throw new DomainError("token_refused", {});
  const now = studio.clock.now();
  const { token, subject } = await studio.actingAs(subjectId, async (tx) => {
    const found = await findToken(tx, subjectId, hash);
    if (found === undefined || found.expiresAt <= now) throw new DomainError("token_refused", {});
    const isNews = found.usedAt === null || now.getTime() - found.usedAt.getTime() >= noteUseEveryMs;
    if (isNews) await noteTokenUse(tx, found, now);
    return { token: found, subject: await findSubject(tx, subjectId) };
  });
  const email = subject === undefined ? undefined : await studio.signIn.emailOf(subject.userId);
  if (subject === undefined || email === undefined || subject.deletionRequestedAt !== null)
    throw new DomainError("account_closing", {});
  const { subjectNumber, triggerWord, userId } = subject;
  return {
    caller: { subjectId, subjectNumber, triggerWord, userId, email },
    tokenId: token.id,
    scopes: new Set(token.scopes),
  };
};
