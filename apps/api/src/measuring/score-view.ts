import type { ExpressionReason, LikenessBand, SkinTexture } from "@selfsame/likeness";
import { z } from "zod";
import type { Faces } from "./faces.ts";
import { ownPhotos } from "./own-photos.ts";
import type { PortraitScoreRow } from "./portrait-score.store.ts";
import { looksLikeAnother } from "./raise-another-person-alarm.ts";
import { unscoredReasons } from "./unscored-reason.ts";

/** How a likeness reads in words, the least alike first. */
export const likenessBands = [
  "not-recognisable",
  "weak",
  "good",
  "copy-suspected",
] as const satisfies readonly LikenessBand[];
const textures = [
  "smoother-than-every-selfie",
  "as-in-selfies",
  "rougher-than-every-selfie",
] as const satisfies readonly SkinTexture["band"][];
const expressionReasons = [
  "too-much-smile",
  "fake-smile-risk",
  "uneven-mouth",
  "tense",
  "grimace",
] as const satisfies readonly ExpressionReason[];

/** Nothing is measured in this studio. */
const off = z.object({ state: z.literal("off") });
/** It is being measured, or measured again after the networks changed. */
const waiting = z.object({ state: z.literal("waiting") });
const unscored = z.object({ state: z.literal("unscored"), reason: z.enum(unscoredReasons) });

const scored = z.object({
  state: z.literal("scored"),
  /** `score` from 0, as like as strangers, to 1, as like as the subject's own photos are to each other. */
  likeness: z.object({ score: z.number(), band: z.enum(likenessBands) }),
  /** 0 to 1. */
  naturalness: z.number(),
  /** 0 calm to 1 a wide smile. */
  smile: z.number(),
  /** An alarm: the networks take it for somebody else. */
  looksLikeAnother: z.boolean(),
});

/** How a portrait measures, in a list. All numbers in one list were made by the same networks and constants. */
export const scoreView = z.discriminatedUnion("state", [off, waiting, unscored, scored]);

/** What `scoreView` describes. */
export type ScoreView = z.infer<typeof scoreView>;

/** How a portrait measures, with everything it is shown against. */
export const measurementView = z.discriminatedUnion("state", [
  off,
  waiting,
  unscored,
  scored.extend({
    /** The cosine behind the likeness; `ownPhotos` has what it is compared with. */
    raw: z.number(),
    /** How far the eyes smile too, 0 to 1; null where that cannot be told. */
    eyes: z.number().nullable(),
    /** 0 to 1: a broad smile without the eyes. A risk, never a verdict. */
    fakeSmileRisk: z.number(),
    /** What takes from naturalness, the heaviest first. */
    naturalnessReasons: z.array(z.enum(expressionReasons)),
    /** The skin's fine detail in units of the subject's own photos; null where that cannot be told. */
    texture: z.object({ ratio: z.number(), band: z.enum(textures) }).nullable(),
    ownPhotos,
    /** How many photos it was held against. */
    references: z.int(),
    /** The networks and the constants. */
    measuredWith: z.string(),
    measuredAt: z.iso.datetime(),
  }),
]);

/** What `measurementView` describes. */
export type MeasurementView = z.infer<typeof measurementView>;

/** A portrait's score with everything it is shown against; what older networks measured counts no more. */
export const toMeasurementView = (
  faces: Pick<Faces, "modelVersion"> | null,
  row: PortraitScoreRow | undefined,
): MeasurementView => {
  if (faces === null) return { state: "off" };
  if (row === undefined) return { state: "waiting" };
  if (row.modelVersion !== null && row.modelVersion !== faces.modelVersion) return { state: "waiting" };
  const { reason, likeness, likenessRaw, likenessBand, naturalness, smile, fakeSmileRisk } = row;
  if (reason !== null) return { state: "unscored", reason };
  if (likeness === null || likenessRaw === null || likenessBand === null || naturalness === null)
    throw new Error(`The score of portrait ${row.portraitId} has neither a number nor a reason`);
  return {
    state: "scored",
    likeness: { score: likeness, band: likenessBand },
    naturalness,
    smile: smile ?? 0,
    looksLikeAnother: looksLikeAnother(row),
    raw: likenessRaw,
    eyes: row.eyes,
    fakeSmileRisk: fakeSmileRisk ?? 0,
    naturalnessReasons: [...(row.naturalnessReasons ?? [])],
    texture:
      row.textureRatio === null || row.textureBand === null
        ? null
        : { ratio: row.textureRatio, band: row.textureBand },
    ownPhotos: row.ownPhotos ?? { stranger: 0, likeness: [], smile: [], skin: [] },
    references: row.referenceCount,
    measuredWith: `${row.modelVersion ?? ""} ${row.calibration ?? ""}`.trim(),
    measuredAt: row.measuredAt.toISOString(),
  };
};

/** A portrait's score as a list shows it. */
export const toScoreView = (
  faces: Pick<Faces, "modelVersion"> | null,
  row: PortraitScoreRow | undefined,
): ScoreView => {
  const measurement = toMeasurementView(faces, row);
  if (measurement.state !== "scored") return measurement;
  const { state, likeness, naturalness, smile, looksLikeAnother: isAnother } = measurement;
  return { state, likeness, naturalness, smile, looksLikeAnother: isAnother };
};
