import type { z } from "zod";
import { DomainError, isDomainError } from "../errors/domain-error.ts";
import { cancelGeneration } from "../generations/cancel-generation.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { getShoot } from "./get-shoot.ts";
import type { shootView } from "./shoot-view.ts";

/**
 * Cancels what has not ended of a shoot: all of it, or one of its shots. What is there already stays; credits for the
 * rest come back.
 *
 * @param shotId the one shot to cancel; null for all
 * @throws DomainError `not_found`
 */
export const cancelShoot = async (
  studio: Studio,
  caller: Caller,
  { shootId, shotId }: { readonly shootId: string; readonly shotId: string | null },
): Promise<z.infer<typeof shootView>> => {
  const { shots } = await getShoot(studio, caller.subjectId, shootId);
  const wanted = shots.filter(({ id }) => shotId === null || id === shotId);
  if (wanted.length === 0) throw new DomainError("not_found", { what: "shot" });
  for (const { generation } of wanted) {
    if (generation === null || generation.endedAt !== null) continue;
    await cancelGeneration(studio, caller, generation.id).catch((error: unknown) => {
      // It ended in the meantime: there is nothing left to cancel.
      if (!isDomainError(error) || error.code !== "generation_not_cancelable") throw error;
    });
  }
  return getShoot(studio, caller.subjectId, shootId);
};
