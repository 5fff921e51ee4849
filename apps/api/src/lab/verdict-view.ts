import { z } from "zod";
import { plotView } from "./plots/plot.ts";

const interval = z.tuple([z.number(), z.number()]);
const side = z.enum(["first", "second"]);

const measureView = z.discriminatedUnion("compared", [
  z.object({
    compared: z.literal(true),
    pairs: z.number(),
    leftOut: z.number(),
    /** Portraits that counted as worst, of either arm. */
    worst: interval,
    medianDifference: z.number(),
    interval,
    p: z.number(),
    adjustedP: z.number(),
    better: side.nullable(),
    /** Whether either arm was shown to lose no more than a tenth. */
    notInferior: z.object({ first: z.boolean(), second: z.boolean() }),
    pairsNeeded: z.number().nullable(),
  }),
  z.object({ compared: z.literal(false), leftOut: z.number(), reason: z.string() }),
]);

/** What an experiment says: one sentence first, then the figures, then the plots of them. */
export const verdictView = z.object({
  sentence: z.string(),
  /** The comparison that the sentence is of, by its place. */
  told: z.number(),
  /** What it rests on. */
  basis: z.string(),
  winner: z.object({ arm: z.number(), name: z.string() }).nullable(),
  /** How many questions share the level of 0.05. */
  questions: z.number(),
  measuredWith: z.object({ modelVersion: z.string(), calibration: z.string() }).nullable(),
  /** Whether the portraits were drawn by the simulator. */
  simulated: z.boolean(),
  comparisons: z.array(
    z.object({
      arms: interval,
      names: z.tuple([z.string(), z.string()]),
      outcome: z.enum([
        "winner",
        "trade-off",
        "at-a-price",
        "at-odds",
        "no-clear-difference",
        "not-measured",
      ]),
      sentence: z.string(),
      speedSentence: z.string().nullable(),
      measures: z.object({ likeness: measureView, naturalness: measureView, smile: measureView }),
      speed: z
        .object({
          pairs: z.number(),
          medians: interval,
          medianDifference: z.number(),
          interval,
          margin: z.number(),
          notInferior: z.boolean(),
        })
        .nullable(),
      votes: z.object({
        first: z.number(),
        second: z.number(),
        neither: z.number(),
        /** Wilson's, around the share for the first arm. */
        interval,
        p: z.number(),
        adjustedP: z.number(),
        better: side.nullable(),
      }),
      plots: z.array(plotView),
    }),
  ),
  /** How the figures of all arms are spread. */
  plots: z.array(plotView),
});
