import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listEntries } from "./credit-entry.store.ts";
import { type entryView, toEntryView } from "./entry-view.ts";

/** A page of one's ledger, newest first; entries are numbered without gaps, so the number is the cursor. */
export interface HistoryPage {
  readonly entries: z.infer<typeof entryView>[];
  /** Where the next page begins; null after the last. */
  readonly nextCursor: number | null;
}

/** The caller's entries before a position, newest first. */
export const listHistory = (
  studio: Studio,
  caller: Caller,
  page: { readonly before: number | null; readonly limit: number },
): Promise<HistoryPage> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    const entries = await listEntries(tx, caller.subjectId, page);
    const last = entries.at(-1);
    return {
      entries: entries.map(toEntryView),
      nextCursor: last === undefined || last.position === 1 ? null : last.position,
    };
  });
