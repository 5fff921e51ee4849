import { expression, type SelfieIssueCode } from "@selfsame/likeness";
import { z } from "zod";
import type { Keyring } from "../keys/keyring.ts";
import { canTeach } from "./can-teach.ts";
import type { Faces } from "./faces.ts";
import { openFace } from "./sealed-face.ts";
import type { SelfieMeasurementRow } from "./selfie-measurement.store.ts";

const issueCodes = [
  "unavailable",
  "undecodable",
  "no-face",
  "several-faces",
  "face-too-small",
  "cut-off",
  "turned-away",
  "tilted-up-or-down",
  "blurred",
  "too-dark",
  "too-bright",
  "over-exposed",
  "uneven-light",
] as const satisfies readonly SelfieIssueCode[];

/** What is said of one selfie before anybody pays for a training. */
export const selfieVerdict = z.discriminatedUnion("state", [
  /** Nothing is measured in this studio. */
  z.object({ state: z.literal("off") }),
  /** It is being looked at. */
  z.object({ state: z.literal("waiting") }),
  z.object({
    state: z.literal("judged"),
    verdict: z.enum(["accept", "warn", "reject", "not-judged"]),
    issues: z.array(z.object({ code: z.enum(issueCodes), severity: z.enum(["warn", "reject"]) })),
    /** Whether the next training takes it. */
    taken: z.boolean(),
    /** Null where there is no single face. */
    face: z
      .object({
        /** Degrees; above 0 the head is turned to its own right, or to its left in a mirrored photo. */
        yawDegrees: z.number(),
        /** How bright the face is, 0 black to 1 white. */
        light: z.number(),
        /** 0 calm to 1 a wide smile. */
        smile: z.number(),
      })
      .nullable(),
  }),
]);

/** What `selfieVerdict` describes. */
export type SelfieVerdictView = z.infer<typeof selfieVerdict>;

const whiteLuma = 255;

/** Puts a selfie's measurement into the page's form; what older networks said counts no more. */
export const toSelfieVerdict = (
  { faces, keyring }: { readonly faces: Faces | null; readonly keyring: Keyring },
  row: SelfieMeasurementRow | undefined,
): SelfieVerdictView => {
  if (faces === null) return { state: "off" };
  if (row === undefined || (row.modelVersion !== null && row.modelVersion !== faces.modelVersion))
    return { state: "waiting" };
  const { verdict, issues, sealedFace } = row;
  const seen = sealedFace === null ? null : openFace(keyring, row, sealedFace);
  const smiling = seen === null ? null : expression(seen);
  return {
    state: "judged",
    verdict,
    issues: [...issues],
    taken: canTeach(row),
    face:
      seen === null || smiling?.measurable !== true
        ? null
        : {
            yawDegrees: seen.face.pose.yawDegrees,
            light: seen.face.chip.meanLuma / whiteLuma,
            smile: smiling.value.smile,
          },
  };
};
