import { z } from "zod";
import { selfieVerdict, type SelfieVerdictView } from "../measuring/selfie-verdict.ts";
import type { SelfieRow } from "./selfie.store.ts";

/** A selfie as a page shows it; its pictures are at `/images/selfies/{id}/{size}`. */
export const selfieView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  width: z.number(),
  height: z.number(),
  sizeBytes: z.number(),
  drawn: z.boolean(),
  placeholderHash: z.string(),
  createdAt: z.iso.datetime(),
  /** What is said of it before anybody pays for a training. */
  coach: selfieVerdict,
});

/** Puts a selfie into the page's form. */
export const toSelfieView = (row: SelfieRow, coach: SelfieVerdictView): z.infer<typeof selfieView> => ({
  id: row.id,
  fileName: row.fileName,
  width: row.width,
  height: row.height,
  sizeBytes: row.sizeBytes,
  drawn: row.drawn,
  placeholderHash: row.placeholderHash,
  createdAt: row.createdAt.toISOString(),
  coach,
});
