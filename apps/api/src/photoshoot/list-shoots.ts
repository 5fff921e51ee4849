import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { listShootRows } from "./shoot.store.ts";
import { readShootViews, type shootSummary, toShootSummary } from "./shoot-view.ts";

/** The caller's shoots, newest first, a page at a time. */
export const listShoots = (
  studio: Studio,
  caller: Caller,
  page: { readonly after: ListCursor | null; readonly limit: number },
): Promise<{ shoots: z.infer<typeof shootSummary>[]; nextCursor: string | null }> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const rows = await listShootRows(tx, caller.subjectId, page);
    const last = rows.length === page.limit ? rows.at(-1) : undefined;
    return {
      shoots: (await readShootViews(tx, rows)).map(toShootSummary),
      nextCursor: last === undefined ? null : encodeCursor(last),
    };
  });
