import { figure } from "../figure-in-words.ts";
import type { Plot, PlotMark } from "./plot.ts";

const width = 500;
const rowHeight = 56;
const ringRow = 34;
const edge = 8;

/** What a plot of distributions shows: one row an arm. */
export interface DistributionPlot {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly arms: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The scale's ends; the right one may follow from the values. */
  readonly ends: readonly [low: number, high: number];
  readonly endNames: readonly [low: string, high: string];
  readonly decimals: number;
}

/** Draws how the figures of each arm are spread: a ring a portrait, a band for the middle half, a line for the median. */
export const plotDistributions = (of: DistributionPlot): Plot => {
  const [from, to] = of.ends;
  const at = (value: number): number =>
    Math.round((edge + ((value - from) / Math.max(to - from, 0.001)) * (width - 2 * edge)) * 10) / 10;
  const summaries = of.arms.map(({ name, values }) => ({ name, values, ...summaryOf(values) }));
  const marks = summaries.flatMap(({ name, values, low, median, high }, row): PlotMark[] => {
    const top = row * rowHeight;
    const spread: PlotMark[] =
      values.length === 0
        ? []
        : [
            {
              kind: "band",
              x: at(low),
              y: top + ringRow - 8,
              width: Math.max(1, Math.round((at(high) - at(low)) * 10) / 10),
              height: 16,
            },
            ...values.map((value, index): PlotMark => ({
              kind: "ring",
              x: at(value),
              // Rings that lie on one another are told apart by three lines.
              y: top + ringRow + ((index % 3) - 1) * 4,
            })),
            {
              kind: "line",
              x: at(median),
              y: top + ringRow - 12,
              toX: at(median),
              toY: top + ringRow + 12,
              is: "middle",
            },
          ];
    return [
      { kind: "text", x: 0, y: top + 14, anchor: "start", text: name, isFigure: false },
      {
        kind: "text",
        x: width,
        y: top + 14,
        anchor: "end",
        text: values.length === 0 ? "none" : figure(median, of.decimals),
        isFigure: true,
      },
      ...spread,
    ];
  });
  const axis = of.arms.length * rowHeight + 4;
  const ends = [
    { x: 0, anchor: "start", text: `${figure(from, of.decimals)} ${of.endNames[0]}` },
    { x: width, anchor: "end", text: `${of.endNames[1]} ${figure(to, of.decimals)}` },
  ] as const;
  const { id, title, caption } = of;
  return {
    id,
    title,
    caption,
    alt: summaries
      .map(({ name, values, median }) =>
        values.length === 0 ? `${name}: no figures` : `${name}: median ${figure(median, of.decimals)}`,
      )
      .join("; "),
    width,
    height: axis + 28,
    marks: [
      ...marks,
      { kind: "line", x: 0, y: axis, toX: width, toY: axis, is: "axis" },
      ...ends.map((end): PlotMark => ({ kind: "text", y: axis + 20, isFigure: false, ...end })),
    ],
    table: {
      columns: ["Arm", "Portraits", "Lower quarter", "Median", "Upper quarter"],
      rows: summaries.map(({ name, values, low, median, high }) => [
        name,
        String(values.length),
        ...[low, median, high].map((value) => (values.length === 0 ? "–" : figure(value, of.decimals))),
      ]),
    },
  };
};

const summaryOf = (values: readonly number[]): { low: number; median: number; high: number } => {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
};
