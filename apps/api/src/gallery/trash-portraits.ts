import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { changePortraits } from "./change-portraits.ts";
import { setTrashed } from "./portrait.store.ts";
import type { portraitView } from "./portrait-view.ts";

/**
 * Puts some of the caller's portraits into the trash: they are gone from every list at once, and can be restored until
 * the studio's time for the trash is over. Credits are not touched: they were made.
 *
 * @throws DomainError `not_found`
 */
export const trashPortraits = (
  studio: Studio,
  caller: Caller,
  portraitIds: readonly string[],
): Promise<z.infer<typeof portraitView>[]> =>
  changePortraits(studio, caller, portraitIds, (tx, ids) => setTrashed(tx, ids, studio.clock.now()));
