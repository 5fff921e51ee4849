import { z } from "zod";

/** A file on the delivery host; `id` is `<random>/<name>`, its bytes lie in the byte store under the same id. */
export const deliveryRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  jobId: z.string(),
  contentType: z.string(),
  fault: z.enum(["output-expired", "output-truncated", "output-not-an-image"]).nullable(),
});
export type DeliveryRecord = z.infer<typeof deliveryRecordSchema>;
