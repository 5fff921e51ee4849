import { z } from "zod";

/** What the simulator keeps of an account between runs; `id` is the username. */
export const accountRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  webhookSecret: z.string(),
});
export type AccountRecord = z.infer<typeof accountRecordSchema>;
