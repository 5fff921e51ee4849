import * as z from "zod";
import { runSchema, textOrNull } from "./prediction-schema.ts";

/**
 * A training as it is received. `output.version` is `owner/name:<64 hex>`; before success the whole output is null or
 * absent. The documented addresses differ from endpoint to endpoint, so none is read.
 */
export const trainingSchema = runSchema.extend({
  output: z
    .object({ version: textOrNull, weights: textOrNull })
    .nullish()
    .catch(null)
    .transform((output) => output ?? { version: null, weights: null }),
});

export type Training = z.infer<typeof trainingSchema>;
