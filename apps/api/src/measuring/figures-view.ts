import { services } from "@selfsame/flux-core";
import { z } from "zod";
import { figureGroupings } from "./figure-grouping.ts";
import { unscoredReasons } from "./unscored-reason.ts";

/** The lower quartile, the middle and the upper quartile, 0 to 1. */
const spread = z.object({ low: z.number(), middle: z.number(), high: z.number() });

const figures = z.object({
  portraits: z.int(),
  likeness: spread,
  naturalness: spread,
  /** 0 calm to 1 a wide smile. */
  smile: spread,
});

/** What a group is; exactly the part that portraits are grouped by is there. */
const named = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("preset"),
    presetId: z.string(),
    presetVersion: z.int(),
    /** Whether parameters of the preset were changed for the request. */
    changed: z.boolean(),
  }),
  z.object({ by: z.literal("service"), service: z.enum(services) }),
  z.object({
    by: z.literal("version"),
    trainingId: z.uuid(),
    /** Ready versions counted from the oldest; null for one that is not ready any more. */
    number: z.int().nullable(),
  }),
]);

/** A subject's own figures. All numbers were made by the same networks and constants. */
export const figuresView = z.object({
  by: z.enum(figureGroupings),
  /** The networks and the constants; null where nothing is measured. */
  measuredWith: z.string().nullable(),
  /** At most so many portraits count, the newest. */
  atMost: z.int(),
  groups: z.array(
    figures.extend({
      name: named,
      /** By week, from Monday (UTC), oldest first. */
      weeks: z.array(figures.extend({ from: z.iso.date() })),
    }),
  ),
  unscored: z.array(z.object({ reason: z.enum(unscoredReasons), portraits: z.int() })),
});

/** What `figuresView` describes. */
export type FiguresView = z.infer<typeof figuresView>;

/** The name of a group. */
export type FigureGroupName = z.infer<typeof named>;
