import { type PresetId, presets } from "@selfsame/flux-core";
import { z } from "zod";
import { framingName } from "../photoshoot/collections/collection-schema.ts";
import { expressionName } from "../studio/expression-name.ts";
import { outputLimits } from "../studio/limits.ts";

// Safe: flux-core's table has every preset's id as a key and no other.
const presetIds = Object.keys(presets) as [PresetId, ...PresetId[]];

/**
 * What a stylist may change of a preset. Narrower than the model's schema: seven months of tuning came back to
 * guidance 2.5 to 3.5 and a scale of 0.9 to 1.15 from every excursion, most within a day.
 */
export const presetChanges = z.strictObject({
  guidance: z.number().min(2).max(4).exactOptional(),
  numInferenceSteps: z.int().min(28).max(50).exactOptional(),
  loraScale: z.number().min(0.8).max(1.2).exactOptional(),
});

const line = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, { message: "write one line" });

/** What an engine proposes; the studio adds the cost. Text of an engine is as untrusted as anybody's. */
export const conceptDraft = z.strictObject({
  title: line(60),
  /** One line of why this is worth making. */
  why: line(200),
  /** What the picture shows, in plain English words: that is what FLUX reads. */
  brief: line(600),
  expression: expressionName,
  framing: framingName,
  light: line(160),
  place: line(160),
  clothes: line(160),
  presetId: z.enum(presetIds),
  changes: presetChanges,
  portraits: z.int().min(outputLimits.minimum).max(outputLimits.maximum),
});

/** A proposal for one generation: nothing is made of it until the person says so. */
export const conceptCard = conceptDraft.extend({
  /** Credits it costs to make: one credit is one portrait. */
  cost: z.int().min(1),
});

/** What an engine proposes. */
export type ConceptDraft = z.infer<typeof conceptDraft>;
/** A proposal for one generation. */
export type ConceptCard = z.infer<typeof conceptCard>;

/** An answer has no cards, or this many. */
export const cardCount = Object.freeze({ least: 3, most: 6 });
