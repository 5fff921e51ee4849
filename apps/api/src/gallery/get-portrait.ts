import { verifyRecipe } from "@selfsame/flux-core";
import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { findGeneration } from "../generations/generation.store.ts";
import { planPrompt } from "../generations/plan-generation.ts";
import { toPromptPreview } from "../generations/prompt-preview.ts";
import { findScore } from "../measuring/portrait-score.store.ts";
import { toMeasurementView } from "../measuring/score-view.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findPortrait } from "./portrait.store.ts";
import { type portraitDetail, recipeView } from "./portrait-detail.ts";
import { toPortraitView } from "./portrait-view.ts";

/**
 * One of the caller's portraits with its recipe, and the prompt clause by clause.
 *
 * @throws DomainError `not_found`
 */
export const getPortrait = (
  studio: Studio,
  caller: Caller,
  portraitId: string,
): Promise<z.infer<typeof portraitDetail>> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const portrait = await findPortrait(tx, portraitId);
    const generation = portrait === undefined ? undefined : await findGeneration(tx, portrait.generationId);
    if (portrait === undefined || generation === undefined)
      throw new DomainError("not_found", { what: "portrait" });
    const recipe = verifyRecipe(portrait.recipe);
    if (!recipe.ok)
      throw new Error(`The recipe of portrait ${portraitId} does not hold: ${recipe.error.message}`);
    const rebuilt = toPromptPreview(
      planPrompt(
        { triggerWord: caller.triggerWord, subjectClause: generation.subjectClause, ownPreset: null },
        generation,
      ).built,
    );
    // A builder of another version may cut the text otherwise; what was sent is then shown whole.
    const isSame = rebuilt.prompt === generation.prompt;
    return {
      ...toPortraitView(portrait),
      recipe: recipeView.parse(recipe.value),
      clauses: isSame
        ? rebuilt.clauses
        : [{ text: generation.prompt, origin: "brief", reason: "The prompt as it was sent." }],
      notes: isSame ? rebuilt.notes : [],
      seed: generation.seed,
      sizeBytes: portrait.sizeBytes,
      sha256: portrait.sha256,
      measurement: toMeasurementView(studio.faces, await findScore(tx, portraitId)),
    };
  });
