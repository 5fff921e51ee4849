import { z } from "zod";

/** A file uploaded through the files API; its bytes lie in the byte store under `file-<id>`. */
export const fileRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  account: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  metadata: z.record(z.string(), z.unknown()),
  createdAt: z.number(),
  expiresAt: z.number(),
});
export type FileRecord = z.infer<typeof fileRecordSchema>;
