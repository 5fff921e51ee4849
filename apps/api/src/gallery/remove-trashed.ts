import { lockSubject } from "../account/account.store.ts";
import { appendEvent } from "../events/event.store.ts";
import type { StoredContentType } from "../images/image-key.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteTrashedPortraits } from "./portrait.store.ts";

/** So many rows go at once: the transaction stays short, and its job deletes their pictures in a few seconds. */
const removedAtOnce = 100;

/**
 * Removes a subject's portraits that were in the trash by a moment: the rows, the removal in the isolation log, and
 * the job that deletes their pictures, together. Credits are not touched.
 *
 * @returns how many were removed
 */
export const removeTrashed = async (studio: Studio, subjectId: string, trashedBy: Date): Promise<number> => {
  for (let removed = 0; ;) {
    const gone = await removeSome(studio, subjectId, trashedBy);
    removed += gone;
    if (gone < removedAtOnce) return removed;
  }
};

const removeSome = (studio: Studio, subjectId: string, trashedBy: Date): Promise<number> =>
  studio.actingAs(subjectId, async (tx) => {
    if ((await lockSubject(tx, subjectId)) === undefined) return 0;
    const rows = await deleteTrashedPortraits(tx, subjectId, { trashedBy, limit: removedAtOnce });
    if (rows.length === 0) return 0;
    await appendEntry(studio, tx, subjectId, {
      kind: "portraits-removed",
      rows: rows.map(({ id }) => ({ table: "portraits", removedId: id }) as const),
    });
    await appendEvent(tx, subjectId, { type: "gallery", entityId: subjectId, at: studio.clock.now() });
    await studio.jobs.enqueue(tx, "delete-portrait-pictures", {
      subjectId,
      pictures: rows.map(({ sha256, contentType }) => ({
        sha256,
        // Safe: the store holds no other types, and the row was written from what was stored.
        contentType: contentType as StoredContentType,
      })),
    });
    return rows.length;
  });
