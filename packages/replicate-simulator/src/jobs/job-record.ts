import { z } from "zod";

/** What a webhook can be asked to tell. */
export const webhookEventSchema = z.enum(["start", "output", "logs", "completed"]);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

export const jobStatusSchema = z.enum([
  "starting",
  "processing",
  "succeeded",
  "failed",
  "canceled",
  "aborted",
]);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** A file a job made: its place on the delivery host, without the host, which may change between runs. */
export const deliveredFileSchema = z.strictObject({ path: z.string() });

/** How the work will go, decided when it is accepted, so that a restart continues the same run. */
export const jobPlanSchema = z.strictObject({
  startsAfterMs: z.number(),
  runsForMs: z.number(),
  /** The seed used: the caller's, or one drawn as the provider draws it. */
  seed: z.number().int(),
  steps: z.number().int(),
  /** What is to go wrong with the work or its output. */
  faults: z.array(
    z.enum([
      "stuck-in-starting",
      "failed",
      "failed-after-success-logs",
      "nsfw-some",
      "nsfw-all",
      "output-expired",
      "output-truncated",
      "output-not-an-image",
    ]),
  ),
});
export type JobPlan = z.infer<typeof jobPlanSchema>;
export type WorkFault = JobPlan["faults"][number];

/** A prediction or a training, whole: the two live the same life. Times are milliseconds since 1970. */
export const jobRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  kind: z.enum(["prediction", "training"]),
  /** Who asked for it. */
  account: z.string(),
  model: z.string(),
  /** The version that runs it. */
  versionId: z.string(),
  /** Official models do not tell their version. */
  versionHidden: z.boolean(),
  deployment: z.string().nullable(),
  /** The model a training adds a version to. */
  destination: z.string().nullable(),
  input: z.record(z.string(), z.unknown()),
  status: jobStatusSchema,
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  completedAt: z.number().nullable(),
  deadlineAt: z.number().nullable(),
  files: z.array(deliveredFileSchema).nullable(),
  /** The version a training made. */
  trainedVersionId: z.string().nullable(),
  error: z.string().nullable(),
  /** Whole once the job has ended; while it runs the logs follow from the plan and the clock. */
  logs: z.string().nullable(),
  imageCount: z.number().int().nullable(),
  dataRemoved: z.boolean(),
  plan: jobPlanSchema,
  webhook: z.string().nullable(),
  webhookEvents: z.array(webhookEventSchema).nullable(),
  /** The terminal message: its id stays over all attempts. */
  completionMessage: z
    .strictObject({ id: z.string(), attempts: z.number().int(), settled: z.boolean() })
    .nullable(),
});
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** True when nothing can change the status any more. */
export function isTerminal(status: JobStatus): boolean {
  return status !== "starting" && status !== "processing";
}
