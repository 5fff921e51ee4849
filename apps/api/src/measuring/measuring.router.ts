import { z } from "zod";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { figureGroupings } from "./figure-grouping.ts";
import { figuresView } from "./figures-view.ts";
import { readFigures } from "./read-figures.ts";

/** What is measured of the caller's portraits as a whole. */
export const measuringRouter = router({
  figures: subjectProcedure
    .input(z.strictObject({ by: z.enum(figureGroupings).default("preset") }))
    .output(figuresView)
    .query(({ ctx, input }) => readFigures(ctx.studio, ctx.caller, input.by)),
});
