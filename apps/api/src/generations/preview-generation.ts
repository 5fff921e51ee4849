import type { z } from "zod";
import { getProfile } from "../account/get-profile.ts";
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
  const { clause: subjectClause } = await getProfile(studio, caller);
  return toPromptPreview(planPrompt({ triggerWord: caller.triggerWord, subjectClause }, wish).built);
};
