import type { z } from "zod";
import { DomainError } from "../../errors/domain-error.ts";
import type { Caller } from "../../studio/caller.ts";
import type { Studio } from "../../studio/studio.ts";
import { toUsualView } from "./get-usual.ts";
import { endAcceptedChange } from "./usual.store.ts";
import type { usualView } from "./usual-view.ts";
import { weighUsual } from "./weigh-usual.ts";

/**
 * Takes back a change that stands; cards that are there keep what they say.
 *
 * @throws DomainError `not_found`
 */
export const undoChange = (
  studio: Studio,
  { subjectId }: Caller,
  changeId: string,
): Promise<z.infer<typeof usualView>> =>
  studio.actingAs(subjectId, async (tx) => {
    const ended = await endAcceptedChange(tx, changeId, studio.clock.now());
    if (!ended) throw new DomainError("not_found", { what: "change" });
    return toUsualView(await weighUsual(tx, subjectId));
  });
