import type { z } from "zod";
import type { Caller } from "../../studio/caller.ts";
import type { Studio } from "../../studio/studio.ts";
import { enoughEvidence } from "./propose-change.ts";
import type { usualView } from "./usual-view.ts";
import { weighUsual, type WeighedUsual } from "./weigh-usual.ts";

type UsualView = z.infer<typeof usualView>;

/** Puts what is known of the usual settings into the page's form. */
export const toUsualView = ({
  presetId,
  standing,
  proposal,
  measured,
  decided,
}: WeighedUsual): UsualView => ({
  presetId,
  standing: standing.map(({ id, parameter, before, after, reason, acceptedAt }) => ({
    id,
    presetId,
    parameter,
    before,
    after,
    reason,
    acceptedAt: acceptedAt.toISOString(),
  })),
  proposal,
  evidence: {
    measured,
    measuredNeeded: enoughEvidence.measuredInRow,
    decided,
    decidedNeeded: enoughEvidence.decidedEach,
  },
});

/** What Maya goes by for the caller, and what she would change of it. */
export const getUsual = (studio: Studio, { subjectId }: Caller): Promise<UsualView> =>
  studio.readingAs(subjectId, async (tx) => toUsualView(await weighUsual(tx, subjectId)));
