import { z } from "zod";

const keptShare = z.object({ kept: z.number(), decided: z.number() });

const proposalReason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("wide-smiles"), count: z.number() }),
  z.object({ kind: z.literal("less-like"), count: z.number() }),
  z.object({ kind: z.literal("kept"), before: keptShare, after: keptShare }),
]);

/** A value of a preset that Maya may propose to change. */
export const usualParameter = z.enum(["guidance", "numInferenceSteps", "loraScale"]);

/** One value of a preset, before and after, with what it rests on. */
export const proposalView = z.object({
  presetId: z.string(),
  parameter: usualParameter,
  before: z.number(),
  after: z.number(),
  reason: proposalReason,
});

/** A change that stands, to be undone by its id. */
export const standingChangeView = proposalView.extend({ id: z.uuid(), acceptedAt: z.iso.datetime() });

/** What Maya goes by when she writes cards: the preset, what was changed of it, and what she would change. */
export const usualView = z.object({
  presetId: z.string(),
  standing: z.array(standingChangeView),
  proposal: proposalView.nullable(),
  /** What there is to go by so far, and what is needed before she proposes anything. */
  evidence: z.object({
    measured: z.number(),
    measuredNeeded: z.number(),
    decided: z.number(),
    decidedNeeded: z.number(),
  }),
});
