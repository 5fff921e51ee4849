import { z } from "zod";

/** A model as the simulator keeps it; `id` is `owner/name`. */
export const modelRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  owner: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  visibility: z.enum(["public", "private"]),
  isOfficial: z.boolean(),
  hardware: z.string(),
  githubUrl: z.string().nullable(),
  paperUrl: z.string().nullable(),
  weightsUrl: z.string().nullable(),
  licenseUrl: z.string().nullable(),
  coverImageUrl: z.string().nullable(),
  readme: z.string().nullable(),
  createdAt: z.number(),
  runCount: z.number().int(),
});
export type ModelRecord = z.infer<typeof modelRecordSchema>;
