import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { type ListPart, listPortraitRows, type PortraitSift } from "./portrait.store.ts";
import { type portraitView, toPortraitView } from "./portrait-view.ts";

/** The caller's gallery, newest first, a page at a time, narrowed to what is asked for. */
export const listPortraits = async (
  studio: Studio,
  caller: Caller,
  page: ListPart & PortraitSift,
): Promise<{ portraits: z.infer<typeof portraitView>[]; nextCursor: string | null }> => {
  const rows = await studio.actingAs(caller.subjectId, (tx) => listPortraitRows(tx, caller.subjectId, page));
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return { portraits: rows.map(toPortraitView), nextCursor: last === undefined ? null : encodeCursor(last) };
};
