import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { listPortraitsById } from "./portrait.store.ts";
import type { portraitView } from "./portrait-view.ts";
import { toPortraitView } from "./portrait-view.ts";
import { tellOfPortraits } from "./tell-of-portraits.ts";
import type { z } from "zod";

/**
 * Changes some of the caller's portraits in one transaction, all of them or none, and tells open pages of it.
 *
 * @returns the portraits as they are then, in no particular order
 * @throws DomainError `not_found` when one of them is not the caller's, as if it did not exist
 */
export const changePortraits = (
  studio: Studio,
  { subjectId }: Caller,
  portraitIds: readonly string[],
  change: (tx: SubjectTransaction, ids: readonly string[]) => Promise<void>,
): Promise<z.infer<typeof portraitView>[]> =>
  studio.actingAs(subjectId, async (tx) => {
    // Whoever removes portraits holds this too: what was found here is there until the end.
    await lockSubject(tx, subjectId);
    const ids = [...new Set(portraitIds)];
    const before = await listPortraitsById(tx, ids);
    if (before.length < ids.length) throw new DomainError("not_found", { what: "portrait" });
    await change(tx, ids);
    await tellOfPortraits(studio, tx, subjectId, ids);
    return (await listPortraitsById(tx, ids)).map(toPortraitView);
  });
