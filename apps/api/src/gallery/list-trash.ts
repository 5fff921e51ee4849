import { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { countTrashedPortraits, listTrashedPortraits } from "./portrait.store.ts";
import { portraitView, toPortraitView } from "./portrait-view.ts";
import { removalOf } from "./trash-days.ts";

/** A page of the trash, with how much there is of it in all. */
export const trashView = z.object({
  portraits: z.array(
    portraitView.extend({
      /** When it is removed for good, or soon after. */
      removedAt: z.iso.datetime(),
    }),
  ),
  nextCursor: z.string().nullable(),
  total: z.int(),
});

/** The caller's trash, what was put there last first, a page at a time. */
export const listTrash = (
  studio: Studio,
  { subjectId }: Caller,
  part: { readonly after: ListCursor | null; readonly limit: number },
): Promise<z.infer<typeof trashView>> =>
  studio.readingAs(subjectId, async (tx) => {
    const rows = await listTrashedPortraits(tx, subjectId, part);
    const portraits = rows.flatMap((row) =>
      row.trashedAt === null
        ? []
        : [
            {
              ...toPortraitView(row),
              removedAt: removalOf(row.trashedAt, studio.settings.trashDays).toISOString(),
            },
          ],
    );
    const last = rows.length === part.limit ? rows.at(-1) : undefined;
    return {
      portraits,
      nextCursor:
        last === undefined || last.trashedAt === null
          ? null
          : encodeCursor({ createdAt: last.trashedAt, id: last.id }),
      total: await countTrashedPortraits(tx, subjectId),
    };
  });
