import type { Context as HonoContext } from "hono";
import { findCaller } from "../account/find-caller.ts";
import type { Auth } from "../auth/create-auth.ts";
import { isDomainError } from "../errors/domain-error.ts";
import type { Access } from "../studio/access.ts";
import type { Studio } from "../studio/studio.ts";
import { findTokenHolder } from "../tokens/find-token-holder.ts";
import { tokenPrefix } from "../tokens/token-secret.ts";
import type { ServerEnvironment } from "./server-environment.ts";

/** What a request is looked at with. */
export interface AccessParts {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly headers: Headers;
  readonly address: string;
}

/** What a route that asks who calls is made of. */
export interface AccessRouteParts {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly addressOf: (context: HonoContext<ServerEnvironment>) => string;
}

/** A session as the sign-in library knows it. */
export type Session = Awaited<ReturnType<Auth["api"]["getSession"]>>;

/** The access token that a request carries; undefined when it carries none, or a session's. */
export const accessTokenIn = (headers: Headers): string | undefined => {
  const given = /^Bearer +(?<token>\S+)$/iu.exec(headers.get("authorization") ?? "")?.groups?.["token"];
  return given?.startsWith(tokenPrefix) === true ? given : undefined;
};

/** Who is behind a session, and that nothing is kept from them; null without one. */
export const accessBySession = async (studio: Studio, session: Session): Promise<Access | null> =>
  session === null
    ? null
    : {
        caller: await findCaller(studio, { userId: session.user.id, email: session.user.email }),
        scopes: "everything",
      };

/**
 * Who gave an access token, and what for. Every request with one counts: by the token, and by the address it comes
 * from; one with an unknown token counts by its address.
 *
 * @throws DomainError `token_refused`, `account_closing`, `rate_limited`
 */
export const accessByToken = async (studio: Studio, token: string, address: string): Promise<Access> => {
  try {
    const { caller, scopes, tokenId } = await findTokenHolder(studio, token);
    await studio.rateLimits.count("token", { account: tokenId, address });
    return { caller, scopes };
  } catch (error) {
    if (isDomainError(error) && error.code === "token_refused")
      await studio.rateLimits.count("token", { account: null, address });
    throw error;
  }
};

/**
 * Who calls a route that is no procedure: by cookie, session token or access token; null when it carries none.
 *
 * @throws DomainError `token_refused`, `account_closing`, `rate_limited`
 */
export const findAccess = async ({ studio, auth, headers, address }: AccessParts): Promise<Access | null> => {
  const token = accessTokenIn(headers);
  return token === undefined
    ? accessBySession(studio, await auth.api.getSession({ headers }))
    : accessByToken(studio, token, address);
};
