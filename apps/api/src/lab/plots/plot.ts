import { z } from "zod";

const point = { x: z.number(), y: z.number() };

/** A plot as marks on a sheet, in its own units; who draws it decides colours and type. */
export const plotView = z.object({
  id: z.string(),
  title: z.string(),
  caption: z.string(),
  /** What can be seen in it, for who cannot see it. */
  alt: z.string(),
  width: z.number(),
  height: z.number(),
  marks: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("ring"), ...point }),
      z.object({ kind: z.literal("band"), ...point, width: z.number(), height: z.number() }),
      z.object({
        kind: z.literal("line"),
        ...point,
        toX: z.number(),
        toY: z.number(),
        /** `same`: no difference; `middle`: a median; `axis`: the scale. */
        is: z.enum(["same", "middle", "axis"]),
      }),
      z.object({
        kind: z.literal("text"),
        ...point,
        anchor: z.enum(["start", "middle", "end"]),
        text: z.string(),
        isFigure: z.boolean(),
      }),
    ]),
  ),
  /** The same as figures. */
  table: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
});

/** A plot. */
export type Plot = z.infer<typeof plotView>;

/** One mark of a plot. */
export type PlotMark = Plot["marks"][number];
