import { findCaller } from "../account/find-caller.ts";
import type { Auth } from "../auth/create-auth.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import type { Context } from "../trpc/context.ts";

/**
 * The subject whose session a request carries, by cookie or bearer token; null when it carries none.
 *
 * @throws DomainError `account_closing`
 */
export const callerOf = async (studio: Studio, auth: Auth, headers: Headers): Promise<Caller | null> => {
  const session = await auth.api.getSession({ headers });
  return session === null ? null : findCaller(studio, { userId: session.user.id, email: session.user.email });
};

/** What the procedures of one request are given. */
export const createContext = ({
  studio,
  auth,
  headers,
  address,
}: {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly headers: Headers;
  readonly address: string;
}): Context => {
  const requestId = studio.identifiers.next();
  let caller: Promise<Caller | null> | undefined;
  return {
    studio,
    findCaller: () => (caller ??= callerOf(studio, auth, headers)),
    address,
    requestId,
    log: studio.log.child({ requestId }),
  };
};
