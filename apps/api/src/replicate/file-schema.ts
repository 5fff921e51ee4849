import * as z from "zod";
import { dateOrNull, providerIdSchema } from "./prediction-schema.ts";

/** An uploaded file. `expires_at` is required by the document and null in practice. */
export const fileSchema = z.object({
  id: providerIdSchema,
  size: z.number().int().nonnegative(),
  checksums: z.object({ sha256: z.string().nullish() }).catch({ sha256: null }),
  expires_at: dateOrNull,
  urls: z.object({ get: z.url() }),
});

export type UploadedFile = z.infer<typeof fileSchema>;
