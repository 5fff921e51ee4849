import { z } from "zod";

/** A deployment and its current release; `id` is `owner/name`. */
export const deploymentRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  owner: z.string(),
  name: z.string(),
  releaseNumber: z.number().int(),
  model: z.string(),
  versionId: z.string(),
  releasedAt: z.number(),
  hardware: z.string(),
  minInstances: z.number().int(),
  maxInstances: z.number().int(),
  lastUsedAt: z.number(),
});
export type DeploymentRecord = z.infer<typeof deploymentRecordSchema>;
