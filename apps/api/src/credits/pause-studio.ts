import type { Studio } from "../studio/studio.ts";

/**
 * Stops all new paid work, in every process, from the next request on. What is under way goes on to its end.
 *
 * @param reason in words, for the people who meet it
 */
export const pauseStudio = async (studio: Studio, reason: string): Promise<void> => {
  await studio.ledger.pause(reason, studio.clock.now());
  studio.log.warn({ reason }, "an operator has paused the studio: no new paid work is taken");
};
