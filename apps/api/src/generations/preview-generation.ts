import { explainPrompt } from "@selfsame/flux-core";
import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { type GenerationWish, planPrompt } from "./plan-generation.ts";
import type { promptPreview } from "./prompt-preview.ts";

/**
 * The prompt a wish would be sent with, clause by clause; nothing is stored or sent.
 *
 * @throws DomainError those of `planPrompt`
 */
export const previewGeneration = (caller: Caller, wish: GenerationWish): z.infer<typeof promptPreview> => {
  const { built } = planPrompt(caller.triggerWord, wish);
  return {
    prompt: built.text,
    triggerCount: built.triggerCount,
    tokens: built.tokens,
    clauses: explainPrompt(built).map((clause) => ({ ...clause })),
    notes: built.notes.map((note) => ({ ...note })),
  };
};
