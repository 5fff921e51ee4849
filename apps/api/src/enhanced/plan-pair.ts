import { z } from "zod";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { DomainError } from "../errors/domain-error.ts";
import { findPortrait } from "../gallery/portrait.store.ts";
import { portraitView, toPortraitView } from "../gallery/portrait-view.ts";
import { findGeneration } from "../generations/generation.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { whyNotComparable } from "./why-not-comparable.ts";

/** What enhancing one portrait would make and cost. */
export const pairPlan = z.object({
  portrait: portraitView,
  /** The portraits of one run: the same number that the portrait was made with, so that its noise is the same. */
  outputs: z.int(),
  /** Why the enhanced run alone would not be comparable; null when it is. */
  notComparable: z.string().nullable(),
  credits: z.object({ enhancedAlone: z.int(), both: z.int() }),
});

/**
 * What enhancing one of the caller's portraits would make and cost, before anything is made.
 *
 * @throws DomainError `not_found` and those of `whyNotComparable`
 */
export const planPair = (
  studio: Studio,
  caller: Caller,
  portraitId: string,
): Promise<z.infer<typeof pairPlan>> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const portrait = await findPortrait(tx, portraitId);
    const generation = portrait && (await findGeneration(tx, portrait.generationId));
    if (portrait === undefined || generation === undefined)
      throw new DomainError("not_found", { what: "portrait" });
    const alone = generation.outputs * creditsPerPortrait;
    return {
      portrait: toPortraitView(portrait),
      outputs: generation.outputs,
      notComparable: await whyNotComparable(tx, caller, generation),
      credits: { enhancedAlone: alone, both: alone * 2 },
    };
  });
