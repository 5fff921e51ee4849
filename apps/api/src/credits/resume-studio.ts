import type { Studio } from "../studio/studio.ts";

/** Takes paid work again. */
export const resumeStudio = async (studio: Studio): Promise<void> => {
  await studio.ledger.resume();
  studio.log.warn("an operator has resumed the studio: paid work is taken again");
};
