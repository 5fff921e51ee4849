import * as z from "zod";

/** Ids become parts of addresses, so nothing else than these characters is taken. */
export const providerIdSchema = z.string().regex(/^[\w-]{1,64}$/);

/** Absent, null and unreadable are all null: the document leaves open which of them is sent. */
export const textOrNull = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => text ?? null);

export const dateOrNull = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => {
    const at = typeof text === "string" ? new Date(text) : null;
    return at === null || Number.isNaN(at.getTime()) ? null : at;
  });

const dateSchema = z.string().transform((text, ctx) => {
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  ctx.addIssue({ code: "custom", message: "is not a date" });
  return z.NEVER;
});

const secondsOrNull = z
  .number()
  .nonnegative()
  .nullish()
  .catch(null)
  .transform((seconds) => seconds ?? null);

const inputSchema = z.record(z.string(), z.unknown()).catch({});

/** What predictions and trainings have in common. Only the id, the status and the time of creation must be there. */
export const runSchema = z.object({
  id: providerIdSchema,
  status: z.enum(["starting", "processing", "succeeded", "failed", "canceled", "aborted"]),
  version: z.string().catch(""),
  input: inputSchema,
  error: z
    .unknown()
    .optional()
    .transform((error) => {
      if (error === null || error === undefined) return null;
      return typeof error === "string" ? error : JSON.stringify(error);
    }),
  logs: z
    .string()
    .nullish()
    .catch(null)
    .transform((logs) => logs ?? ""),
  metrics: z
    .object({ predict_time: secondsOrNull, total_time: secondsOrNull })
    .nullish()
    .catch(null)
    .transform((metrics) => metrics ?? { predict_time: null, total_time: null }),
  created_at: dateSchema,
  started_at: dateOrNull,
  completed_at: dateOrNull,
  webhook: textOrNull,
});

/** A prediction as it is received; `output` is null, one address, a list of addresses, or something for others. */
export const predictionSchema = runSchema.extend({
  version: z.string(),
  output: z
    .unknown()
    .optional()
    .transform((output): readonly string[] => {
      const outputs: readonly unknown[] = Array.isArray(output) ? output : [output];
      return outputs.filter((item) => typeof item === "string");
    }),
  data_removed: z
    .boolean()
    .nullish()
    .catch(null)
    .transform((removed) => removed ?? false),
});

export type Run = z.infer<typeof runSchema>;
export type Prediction = z.infer<typeof predictionSchema>;
