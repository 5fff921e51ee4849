import type { SelfieSetLack } from "@selfsame/likeness";
import { z } from "zod";
import type { Studio } from "../studio/studio.ts";
import { judgeMeasuredSet } from "./fit-selfies.ts";
import type { SelfieMeasurementRow } from "./selfie-measurement.store.ts";

const lacks = [
  "more-selfies",
  "side-views",
  "front-views",
  "calm-expression",
  "smile",
  "variety",
  "one-person",
] as const satisfies readonly SelfieSetLack[];

/** How the selfies stand as a set. */
export const selfieSetView = z.object({
  verdict: z.enum(["ready", "could-be-better", "not-enough"]),
  /** Selfies of the person that are fit and no copies of another one. */
  usable: z.int(),
  angles: z.object({ front: z.int(), side: z.int() }),
  expressions: z.object({ calm: z.int(), smiling: z.int(), between: z.int() }),
  /** Selfies whose face is not like the others'. */
  anotherPerson: z.array(z.uuid()),
  nearDuplicates: z.array(
    z.object({ first: z.uuid(), second: z.uuid(), kind: z.enum(["same-picture", "same-session"]) }),
  ),
  missing: z.array(z.enum(lacks)),
});

/** Judges a subject's selfies as a set; null while nothing is measured here, or nothing has been yet. */
export const toSelfieSetView = (
  { faces, keyring }: Pick<Studio, "faces" | "keyring">,
  rows: readonly SelfieMeasurementRow[],
): z.infer<typeof selfieSetView> | null => {
  if (faces === null || rows.every(({ modelVersion }) => modelVersion !== faces.modelVersion)) return null;
  const { anotherPerson, nearDuplicates, missing, ...set } = judgeMeasuredSet(
    keyring,
    rows,
    faces.modelVersion,
  );
  return {
    ...set,
    anotherPerson: [...anotherPerson],
    nearDuplicates: [...nearDuplicates],
    missing: [...missing],
  };
};
