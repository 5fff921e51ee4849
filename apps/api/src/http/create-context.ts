import type { Access } from "../studio/access.ts";
import { findTokenHolder } from "../tokens/find-token-holder.ts";
import type { Context } from "../trpc/context.ts";
import {
  accessBySession,
  accessByToken,
  accessTokenIn,
  type AccessParts,
  type Session,
} from "./find-access.ts";

/** What the procedures of one request are given. */
export const createContext = ({
  studio,
  auth,
  headers,
  address,
  requestId,
}: AccessParts & { readonly requestId: string }): Context => {
  const token = accessTokenIn(headers);
  let session: Promise<Session> | undefined;
  let access: Promise<Access | null> | undefined;
  const findSession = () => (session ??= auth.api.getSession({ headers }));
  return {
    studio,
    findAccess: () =>
      (access ??=
        token === undefined
          ? findSession().then((found) => accessBySession(studio, found))
          : accessByToken(studio, token, address)),
    findSessionId: async () => {
      const found = await findSession();
      if (found === null) throw new Error("There is no session");
      return found.session.id;
    },
    requireStillAccess: async () => {
      if (token !== undefined) await findTokenHolder(studio, token);
    },
    address,
    requestId,
    log: studio.log,
  };
};
