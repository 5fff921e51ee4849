import { z } from "zod";

/** How far long work is: a named phase, and steps where the provider's log has told of them. */
export const progressView = z.object({
  phase: z.enum(["queued", "starting", "working", "storing"]),
  step: z.number().nullable(),
  totalSteps: z.number().nullable(),
});
