import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import type { SessionView } from "./session-view.ts";

/** The browsers and terminals the caller is signed in with, the latest used first. */
export const listSessions = async (
  studio: Studio,
  caller: Caller,
  currentId: string,
): Promise<SessionView[]> => {
  const rows = await studio.signIn.listSessions(caller.userId, studio.clock.now());
  return rows.map(({ id, userAgent, createdAt, usedAt }) => ({
    id,
    userAgent,
    createdAt: createdAt.toISOString(),
    usedAt: usedAt.toISOString(),
    current: id === currentId,
  }));
};
