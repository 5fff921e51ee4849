import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { listPairRows } from "./enhanced-pair.store.ts";
import { type pairView, readPairViews } from "./pair-view.ts";

/** The caller's pairs, newest first, a page at a time. */
export const listPairs = (
  studio: Studio,
  caller: Caller,
  page: { readonly after: ListCursor | null; readonly limit: number },
): Promise<{ pairs: z.infer<typeof pairView>[]; nextCursor: string | null }> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const rows = await listPairRows(tx, caller.subjectId, page);
    const last = rows.length === page.limit ? rows.at(-1) : undefined;
    return {
      pairs: await readPairViews(tx, rows),
      nextCursor: last === undefined ? null : encodeCursor(last),
    };
  });
