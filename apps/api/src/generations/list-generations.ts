import type { z } from "zod";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { listGenerationRows } from "./generation.store.ts";
import { type generationView, toGenerationView } from "./generation-view.ts";

/** The caller's generations, newest first, a page at a time. */
export const listGenerations = (
  studio: Studio,
  caller: Caller,
  page: { readonly after: ListCursor | null; readonly limit: number },
): Promise<{ generations: z.infer<typeof generationView>[]; nextCursor: string | null }> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const rows = await listGenerationRows(tx, caller.subjectId, page);
    const portraits = await listPortraitsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const last = rows.length === page.limit ? rows.at(-1) : undefined;
    return {
      generations: rows.map((row) =>
        toGenerationView(
          row,
          portraits.filter(({ generationId }) => generationId === row.id),
        ),
      ),
      nextCursor: last === undefined ? null : encodeCursor(last),
    };
  });
