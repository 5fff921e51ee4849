import { z } from "zod";

const common = {
  /** How often it happens before the rule is used up; unset: for ever. */
  times: z.number().int().positive().optional(),
  /** How many matching occasions pass unharmed first. */
  skip: z.number().int().nonnegative().optional(),
  /** The chance of each matching occasion, 0 to 1, drawn from the simulator's seed. */
  probability: z.number().min(0).max(1).optional(),
};

/** Which requests: `path` is below `/v1`, with `*` for one segment. */
const request = {
  ...common,
  method: z.string().toUpperCase().optional(),
  path: z.string().startsWith("/").optional(),
};

/** Which work: predictions, trainings or both, and only prompts that contain a text. */
const work = {
  ...common,
  job: z.enum(["prediction", "training"]).optional(),
  promptIncludes: z.string().min(1).optional(),
};

/** Which webhook messages. */
const webhook = {
  ...common,
  job: z.enum(["prediction", "training"]).optional(),
  event: z.enum(["start", "output", "logs", "completed"]).optional(),
};

const delayMs = z.number().int().positive();

/** Something that goes wrong on demand. */
export const faultSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("insufficient-credit"), ...request }),
  z.strictObject({
    kind: z.literal("throttled"),
    retryAfterSeconds: z.number().int().positive().default(5),
    ...request,
  }),
  z.strictObject({ kind: z.literal("server-error"), ...request }),
  z.strictObject({ kind: z.literal("server-error-html"), ...request }),
  z.strictObject({ kind: z.literal("dropped-before"), ...request }),
  z.strictObject({ kind: z.literal("dropped-after"), ...request }),
  z.strictObject({ kind: z.literal("slow-answer"), delayMs, ...request }),
  z.strictObject({ kind: z.literal("slow-start"), delayMs, ...work }),
  z.strictObject({ kind: z.literal("stuck-in-starting"), ...work }),
  z.strictObject({ kind: z.literal("failed"), ...work }),
  z.strictObject({ kind: z.literal("failed-after-success-logs"), ...work }),
  z.strictObject({ kind: z.literal("nsfw-some"), ...work }),
  z.strictObject({ kind: z.literal("nsfw-all"), ...work }),
  z.strictObject({ kind: z.literal("output-expired"), ...work }),
  z.strictObject({ kind: z.literal("output-truncated"), ...work }),
  z.strictObject({ kind: z.literal("output-not-an-image"), ...work }),
  z.strictObject({ kind: z.literal("webhook-lost"), ...webhook }),
  z.strictObject({ kind: z.literal("webhook-repeated"), ...webhook }),
  z.strictObject({ kind: z.literal("webhook-reordered"), ...webhook }),
  z.strictObject({ kind: z.literal("webhook-late"), delayMs, ...webhook }),
  z.strictObject({ kind: z.literal("webhook-wrongly-signed"), ...webhook }),
]);

/** A fault with its defaults filled in. */
export type Fault = z.infer<typeof faultSchema>;

/** A fault as `faults.add` takes it. */
export type FaultRequest = z.input<typeof faultSchema>;

type KindOf<Prefix extends string> = Extract<Fault, { kind: Prefix }>;
export type RequestFault = KindOf<
  | "insufficient-credit"
  | "throttled"
  | "server-error"
  | "server-error-html"
  | "dropped-before"
  | "dropped-after"
  | "slow-answer"
>;
export type WebhookFault = KindOf<
  "webhook-lost" | "webhook-repeated" | "webhook-reordered" | "webhook-late" | "webhook-wrongly-signed"
>;
export type JobFault = Exclude<Fault, RequestFault | WebhookFault>;
