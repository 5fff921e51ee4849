import type { z } from "zod";
import { lockSubject } from "../../account/account.store.ts";
import { DomainError } from "../../errors/domain-error.ts";
import type { Caller } from "../../studio/caller.ts";
import type { Studio } from "../../studio/studio.ts";
import { toUsualView } from "./get-usual.ts";
import type { UsualParameter } from "./propose-change.ts";
import { insertAcceptedChange } from "./usual.store.ts";
import type { usualView } from "./usual-view.ts";
import { weighUsual } from "./weigh-usual.ts";

/**
 * Accepts what is proposed at this moment, if it is what the person saw: new cards have it from now on.
 *
 * @throws DomainError `proposal_outdated`
 */
export const acceptChange = (
  studio: Studio,
  { subjectId }: Caller,
  shown: { readonly parameter: UsualParameter; readonly before: number; readonly after: number },
): Promise<z.infer<typeof usualView>> =>
  studio.actingAs(subjectId, async (tx) => {
    // Held to the end: the same proposal, accepted twice at once, stands once.
    await lockSubject(tx, subjectId);
    const { proposal } = await weighUsual(tx, subjectId);
    const isShown =
      proposal !== null &&
      proposal.parameter === shown.parameter &&
      proposal.before === shown.before &&
      proposal.after === shown.after;
    if (!isShown) throw new DomainError("proposal_outdated", {});
    const { presetId, parameter, before, after, reason } = proposal;
    await insertAcceptedChange(tx, {
      id: studio.identifiers.next(),
      subjectId,
      presetId,
      parameter,
      before,
      after,
      reason,
      acceptedAt: studio.clock.now(),
      endedAt: null,
    });
    return toUsualView(await weighUsual(tx, subjectId));
  });
