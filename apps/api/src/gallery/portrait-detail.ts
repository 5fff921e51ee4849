import { z } from "zod";
import { promptPreview } from "../generations/prompt-preview.ts";
import { measurementView } from "../measuring/score-view.ts";
import { portraitView } from "./portrait-view.ts";

/** A sealed recipe as a page shows it; flux-core's `verifyRecipe` says whether its hash holds. */
export const recipeView = z.object({
  formatVersion: z.literal(1),
  generationId: z.string(),
  subjectNumber: z.string(),
  model: z.string(),
  version: z.string(),
  trigger: z.string(),
  prompt: z.string(),
  preset: z.object({ id: z.string(), version: z.number() }),
  enhancement: z.enum(["none", "subtle", "medium", "dramatic"]),
  input: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  hash: z.string(),
});

/** One portrait with all that is known of it. */
export const portraitDetail = portraitView.extend({
  recipe: recipeView,
  clauses: promptPreview.shape.clauses,
  notes: promptPreview.shape.notes,
  seed: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
  /** How it measures against the subject's own photos. */
  measurement: measurementView,
});
