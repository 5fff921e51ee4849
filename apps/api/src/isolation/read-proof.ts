import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { makeProof } from "./make-proof.ts";
import type { proofView } from "./proof-view.ts";

/**
 * Says how it is known of each portrait that it is the caller's: the newest first, a page at a time. The first page
 * checks everything now; those behind it go on in that check, whose moment they tell.
 */
export const readProof = async (
  studio: Studio,
  caller: Caller,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<z.infer<typeof proofView>> => {
  const { anew, goOn } = studio.proofChecks;
  const check = () => makeProof(studio, caller.subjectId);
  const { whole, portraits } = await (after === null ? anew : goOn)(caller.subjectId, check);
  const older = portraits.filter((portrait) => after === null || isOlder(portrait, after));
  const page = older.slice(0, limit);
  const end = page.at(-1);
  return {
    ...whole,
    problems: [...whole.problems],
    portraits: page.map(({ view }) => view),
    nextCursor: end === undefined || older.length <= limit ? null : encodeCursor(end),
  };
};

const isOlder = (portrait: ListCursor, { createdAt, id }: ListCursor): boolean =>
  portrait.createdAt < createdAt ||
  (portrait.createdAt.getTime() === createdAt.getTime() && portrait.id < id);
