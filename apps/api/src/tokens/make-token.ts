import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { countTokens, insertToken } from "./token.store.ts";
import { type TokenScope, tokenScopes } from "./token-scope.ts";
import { hashOfToken, hintOfToken, newTokenSecret } from "./token-secret.ts";
import { type TokenView, viewToken } from "./token-view.ts";

/** How many tokens one person may have: more than anybody tells apart. */
export const mostTokens = 20;

const dayMs = 86_400_000;

/** What a new token is called and may do. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** After how many days it stops working. */
  readonly days: number;
}

/**
 * Makes an access token. The token itself is in this answer and nowhere else, ever.
 *
 * @throws DomainError `token_limit_reached`
 */
export const makeToken = async (
  studio: Studio,
  { subjectId }: Caller,
  { name, scopes, days }: TokenWish,
): Promise<{ readonly secret: string; readonly token: TokenView }> => {
  const secret = newTokenSecret();
  const createdAt = studio.clock.now();
  const row = {
    id: studio.identifiers.next(),
    subjectId,
    name,
    hash: hashOfToken(secret),
    hint: hintOfToken(secret),
    scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * dayMs),
  };
  await studio.actingAs(subjectId, async (tx) => {
    // Two at once count one after the other.
    await lockSubject(tx, subjectId);
    if ((await countTokens(tx, subjectId)) >= mostTokens)
      throw new DomainError("token_limit_reached", { maximum: mostTokens });
    await insertToken(tx, row);
  });
  return { secret, token: viewToken(row, createdAt) };
};
