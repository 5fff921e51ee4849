import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listTokenRows } from "./token.store.ts";
import { type TokenView, viewToken } from "./token-view.ts";

/** The caller's access tokens, the newest first, with those that have run out. */
export const listTokens = async (studio: Studio, { subjectId }: Caller): Promise<TokenView[]> => {
  const rows = await studio.actingAs(subjectId, (tx) => listTokenRows(tx, subjectId));
  const now = studio.clock.now();
  return rows.map((row) => viewToken(row, now));
};
