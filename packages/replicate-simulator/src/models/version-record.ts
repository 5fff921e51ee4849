import { z } from "zod";

/** Whose face a trained version draws. */
export const trainedFaceSchema = z.strictObject({
  /** Seeds the drawn identity: the mark read from the training pictures, or else the zip's sha256. */
  identitySeed: z.string(),
  /** False when no mark was read: the portraits then say that they are not this person. */
  fromMark: z.boolean(),
  /** How far from a generic face towards the identity the training came, 0 to 1. */
  share: z.number(),
  triggerWord: z.string(),
});
export type TrainedFace = z.infer<typeof trainedFaceSchema>;

/** A model's version; which schema it has follows from its family. */
export const versionRecordSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  /** `owner/name`. */
  model: z.string(),
  createdAt: z.number(),
  family: z.enum([
    "flux-trained-lora",
    "flux-dev",
    "flux-dev-lora",
    "flux-dev-lora-trainer",
    "fast-flux-trainer",
  ]),
  /** Only a version that a training made has one. */
  face: trainedFaceSchema.nullable(),
  /** When an accepted deletion will be done; null when none was asked for. */
  deletionDueAt: z.number().nullable(),
  /** The training that made it. */
  trainingId: z.string().nullable(),
});
export type VersionRecord = z.infer<typeof versionRecordSchema>;
export type VersionFamily = VersionRecord["family"];
