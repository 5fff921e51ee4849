import type { Studio } from "../studio/studio.ts";
import { removeTrashed } from "./remove-trashed.ts";
import { trashedLongEnough } from "./trash-days.ts";

const subjectsAtOnce = 100;

/**
 * Removes what has been in anybody's trash for as long as the studio keeps it.
 *
 * @returns how many portraits were removed
 */
export const removeDueTrash = async (studio: Studio): Promise<number> => {
  const since = trashedLongEnough(studio.clock.now(), studio.settings.trashDays);
  let removed = 0;
  for (const subjectId of await studio.owners.subjectsWithTrash(since, subjectsAtOnce)) {
    try {
      removed += await removeTrashed(studio, subjectId, since);
    } catch (error) {
      // It stays due: one subject that fails does not hold up the others.
      studio.log.error({ error }, "somebody's trash could not be emptied this time");
    }
  }
  return removed;
};
