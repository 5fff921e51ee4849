import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { changePortraits } from "./change-portraits.ts";
import { setKept } from "./portrait.store.ts";
import type { portraitView } from "./portrait-view.ts";

/**
 * Keeps several of the caller's portraits, or lets go of them again.
 *
 * @throws DomainError `not_found`
 */
export const keepPortraits = (
  studio: Studio,
  caller: Caller,
  { portraitIds, kept }: { readonly portraitIds: readonly string[]; readonly kept: boolean },
): Promise<z.infer<typeof portraitView>[]> =>
  changePortraits(studio, caller, portraitIds, (tx, ids) => setKept(tx, ids, kept));
