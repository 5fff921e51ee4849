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
  return callerIn(studio, await auth.api.getSession({ headers }));
};

type Session = Awaited<ReturnType<Auth["api"]["getSession"]>>;

const callerIn = async (studio: Studio, session: Session): Promise<Caller | null> =>
  session === null ? null : findCaller(studio, { userId: session.user.id, email: session.user.email });

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
  let session: Promise<Session> | undefined;
  let caller: Promise<Caller | null> | undefined;
  const findSession = () => (session ??= auth.api.getSession({ headers }));
  return {
    studio,
    findCaller: () => (caller ??= findSession().then((found) => callerIn(studio, found))),
    findSessionId: async () => {
      const found = await findSession();
      if (found === null) throw new Error("There is no session");
      return found.session.id;
    },
    address,
    requestId,
    log: studio.log.child({ requestId }),
  };
};
