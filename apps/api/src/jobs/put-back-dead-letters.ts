import type { Studio } from "../studio/studio.ts";

/**
 * Gives jobs that were set aside all their tries again; how many of them were there. Every job is safe to repeat.
 *
 * @param ids those of the dead letters
 */
export const putBackDeadLetters = async (
  { jobs, log }: Pick<Studio, "jobs" | "log">,
  ids: readonly string[],
): Promise<number> => {
  const found = await jobs.putBack(ids);
  log.warn({ ids, found }, "an operator has put jobs back that were set aside");
  return found;
};
