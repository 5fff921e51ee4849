import { resolvePreset } from "@selfsame/flux-core";
import { fewestPairsForWinner } from "@selfsame/likeness";
import type { z } from "zod";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { promptSubjectOf } from "../generations/prompt-subject-of.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { presetChangesOf } from "./cell-wish.ts";
import { checkDesign } from "./check-design.ts";
import type { estimateView } from "./estimate-view.ts";
import { blocksOf, cellCountOf, comparisonsOf, type ExperimentDesign } from "./experiment-design.ts";
import { listPredictTimes } from "./experiment.store.ts";

/** Older portraits say less of how fast the provider is now. */
const newestTimes = 200;

/**
 * What an experiment would cost and take, from the subject's own portraits with as many steps; nothing is stored.
 *
 * @throws DomainError `design_refused`
 */
export const estimateExperiment = (
  studio: Studio,
  caller: Caller,
  design: ExperimentDesign,
): Promise<z.infer<typeof estimateView>> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    checkDesign(await promptSubjectOf(tx, caller), design);
    const times = await listPredictTimes(tx, caller.subjectId, newestTimes);
    const blocks = blocksOf(design).length;
    const ofArms = design.arms.map((arm) => {
      const preset = resolvePreset(arm.presetId, presetChangesOf(arm));
      const steps = preset.ok ? preset.value.numInferenceSteps : null;
      const seconds = times
        .filter(({ input, outputs }) => input["num_inference_steps"] === steps && outputs === 1)
        .map(({ predictSeconds }) => predictSeconds ?? 0)
        .toSorted((one, other) => one - other);
      return { median: seconds[Math.floor(seconds.length / 2)] ?? null, count: seconds.length };
    });
    const isKnown = ofArms.every(({ median }) => median !== null);
    return {
      cells: cellCountOf(design),
      pairs: blocks,
      comparisons: comparisonsOf(design).length,
      credits: cellCountOf(design) * creditsPerPortrait,
      predictSeconds: isKnown ? ofArms.reduce((sum, { median }) => sum + (median ?? 0) * blocks, 0) : null,
      timedPortraits: isKnown ? Math.min(...ofArms.map(({ count }) => count)) : 0,
      fewestPairs: fewestPairsForWinner,
    };
  });
