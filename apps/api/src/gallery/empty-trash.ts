import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { countTrashedPortraits } from "./portrait.store.ts";
import { removeTrashed } from "./remove-trashed.ts";

/**
 * Removes everything in the caller's trash for good. A portrait whose generation is still under way stays there until
 * that has ended.
 *
 * @returns how many were removed, and how many are left
 */
export const emptyTrash = async (
  studio: Studio,
  { subjectId }: Caller,
): Promise<{ removed: number; left: number }> => {
  const removed = await removeTrashed(studio, subjectId, studio.clock.now());
  const left = await studio.readingAs(subjectId, (tx) => countTrashedPortraits(tx, subjectId));
  return { removed, left };
};
