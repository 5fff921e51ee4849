import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { changePortraits } from "./change-portraits.ts";
import { setRestored } from "./portrait.store.ts";
import type { portraitView } from "./portrait-view.ts";

/**
 * Takes some of the caller's portraits out of the trash: they hang where they hung, kept if they were.
 *
 * @throws DomainError `not_found`, also for what was removed for good
 */
export const restorePortraits = (
  studio: Studio,
  caller: Caller,
  portraitIds: readonly string[],
): Promise<z.infer<typeof portraitView>[]> => changePortraits(studio, caller, portraitIds, setRestored);
