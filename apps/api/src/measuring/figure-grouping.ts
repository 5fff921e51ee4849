/** What a subject's figures can be grouped by. */
export const figureGroupings = ["preset", "service", "version"] as const;

/** What a subject's figures are grouped by. */
export type FigureGrouping = (typeof figureGroupings)[number];
