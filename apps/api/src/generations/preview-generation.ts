import type { z } from "zod";
import { promptSubjectOf } from "./prompt-subject-of.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { type GenerationWish, planPrompt } from "./plan-generation.ts";
import { type promptPreview, toPromptPreview } from "./prompt-preview.ts";

/**
 * The prompt a wish would be sent with, clause by clause; nothing is stored or sent.
 *
 * @throws DomainError those of `planPrompt`
 */
export const previewGeneration = async (
  studio: Studio,
  caller: Caller,
  wish: GenerationWish,
): Promise<z.infer<typeof promptPreview>> => {
  const subject = await studio.readingAs(caller.subjectId, (tx) => promptSubjectOf(tx, caller));
  return toPromptPreview(planPrompt(subject, wish).built);
};
