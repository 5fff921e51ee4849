import { type BuiltPrompt, explainPrompt } from "@selfsame/flux-core";
import { z } from "zod";

/** A prompt before it is sent, clause by clause, with where each came from and why it stands there. */
export const promptPreview = z.object({
  prompt: z.string(),
  triggerCount: z.number(),
  tokens: z.object({ clip: z.number(), t5: z.number() }),
  clauses: z.array(
    z.object({
      text: z.string(),
      origin: z.enum([
        "trigger",
        "subject",
        "expression",
        "brief",
        "reinforcement",
        "quality",
        "enhancement",
      ]),
      reason: z.string(),
    }),
  ),
  notes: z.array(
    z.object({
      code: z.enum([
        "unseen-characters-removed",
        "markdown-stripped",
        "weights-unwrapped",
        "expression-replaced",
        "expression-removed",
        "clause-dropped",
        "past-clip-window",
        "script-hardly-known",
      ]),
      message: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      clause: z.string().optional(),
    }),
  ),
});

/** Puts a built prompt into the page's form, each clause with where it comes from and why it stands there. */
export const toPromptPreview = (built: BuiltPrompt): z.infer<typeof promptPreview> => ({
  prompt: built.text,
  triggerCount: built.triggerCount,
  tokens: built.tokens,
  clauses: explainPrompt(built).map((clause) => ({ ...clause })),
  notes: built.notes.map((note) => ({ ...note })),
});
