import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findPortrait, setKept } from "./portrait.store.ts";
import { type portraitView, toPortraitView } from "./portrait-view.ts";

/**
 * Keeps one of the caller's portraits, or lets go of it again.
 *
 * @throws DomainError `not_found`
 */
export const keepPortrait = (
  studio: Studio,
  caller: Caller,
  { portraitId, kept }: { readonly portraitId: string; readonly kept: boolean },
): Promise<z.infer<typeof portraitView>> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    await lockSubject(tx, caller.subjectId);
    await setKept(tx, [portraitId], kept);
    const portrait = await findPortrait(tx, portraitId);
    if (portrait === undefined) throw new DomainError("not_found", { what: "portrait" });
    await appendEvent(tx, caller.subjectId, {
      type: "portrait",
      entityId: portraitId,
      at: studio.clock.now(),
    });
    return toPortraitView(portrait);
  });
