import { findCaller } from "../account/find-caller.ts";
import type { Auth } from "../auth/create-auth.ts";
import { isDomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import type { Context } from "../trpc/context.ts";

/** The subject whose session a request carries, by cookie or bearer token; null when it carries none. */
export const callerOf = async (studio: Studio, auth: Auth, headers: Headers): Promise<Caller | null> => {
  const session = await auth.api.getSession({ headers });
  if (session === null) return null;
  try {
    return await findCaller(studio, { userId: session.user.id, email: session.user.email });
  } catch (error) {
    if (isDomainError(error) && error.code === "account_closing") return null;
    throw error;
  }
};

/** What the procedures of one request are given. */
export const createContext = async ({
  studio,
  auth,
  headers,
}: {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly headers: Headers;
}): Promise<Context> => {
  const requestId = studio.identifiers.next();
  return {
    studio,
    caller: await callerOf(studio, auth, headers),
    requestId,
    log: studio.log.child({ requestId }),
  };
};
