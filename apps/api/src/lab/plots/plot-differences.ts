import { difference, figure } from "../figure-in-words.ts";
import type { Plot, PlotMark } from "./plot.ts";

const width = 500;
const edge = 46;
const middle = width / 2;
const ringsTop = 18;
const tallestRings = 168;
const widestStep = 10;
/** Ends of the scale that read well. */
const niceEnds = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 20, 50, 100, 500, 1_000];

/** What a plot of paired differences shows. */
export interface DifferencePlot {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly alt: string;
  /** One a pair, in the order of the pairs. */
  readonly pairs: readonly { readonly name: string; readonly first: number; readonly second: number }[];
  readonly medianDifference: number;
  readonly interval: readonly [low: number, high: number];
  /** What lies to the left and to the right of "same". */
  readonly ends: readonly [left: string, right: string];
  readonly arms: readonly [first: string, second: string];
  readonly decimals: number;
}

/** Draws paired differences: every ring is one pair, the band is the interval, the upright line is no difference. */
export const plotDifferences = (of: DifferencePlot): Plot => {
  const differences = of.pairs.map(({ first, second }) => first - second);
  const farthest = Math.max(...differences.map(Math.abs), ...of.interval.map(Math.abs), 0.001);
  const end = niceEnds.find((nice) => nice >= farthest) ?? farthest;
  const at = (value: number): number => round(middle + (value / end) * (middle - edge));
  const step = Math.min(widestStep, tallestRings / Math.max(1, differences.length));
  const bandTop = round(ringsTop + step * Math.max(0, differences.length - 1) + 14);
  const axis = bandTop + 44;
  const [low, high] = of.interval;
  const marks: PlotMark[] = [
    { kind: "line", x: middle, y: 8, toX: middle, toY: bandTop + 28, is: "same" },
    ...differences.map((value, index): PlotMark => ({
      kind: "ring",
      x: at(value),
      y: round(ringsTop + index * step),
    })),
    { kind: "band", x: at(low), y: bandTop, width: Math.max(1, round(at(high) - at(low))), height: 14 },
    {
      kind: "line",
      x: at(of.medianDifference),
      y: bandTop - 4,
      toX: at(of.medianDifference),
      toY: bandTop + 18,
      is: "middle",
    },
    {
      kind: "text",
      x: at(of.medianDifference),
      y: bandTop + 34,
      anchor: "middle",
      text: difference(of.medianDifference, of.decimals),
      isFigure: true,
    },
    { kind: "line", x: 0, y: axis, toX: width, toY: axis, is: "axis" },
    ...[-end, -end / 2, 0, end / 2, end].map((value): PlotMark => ({
      kind: "line",
      x: at(value),
      y: axis,
      toX: at(value),
      toY: axis + 5,
      is: "axis",
    })),
    label(0, axis + 20, "start", `${difference(-end, of.decimals)} ${of.ends[0]}`),
    label(middle, axis + 20, "middle", "same"),
    label(width, axis + 20, "end", `${of.ends[1]} ${difference(end, of.decimals)}`),
  ];
  const { id, title, caption, alt } = of;
  return {
    id,
    title,
    caption,
    alt,
    width,
    height: axis + 28,
    marks,
    table: {
      columns: ["Pair", ...of.arms, "Difference"],
      rows: of.pairs.map(({ name, first, second }) => [
        name,
        figure(first, of.decimals),
        figure(second, of.decimals),
        difference(first - second, of.decimals),
      ]),
    },
  };
};

const label = (x: number, y: number, anchor: "start" | "middle" | "end", text: string): PlotMark => ({
  kind: "text",
  x,
  y,
  anchor,
  text,
  isFigure: false,
});

const round = (value: number): number => Math.round(value * 10) / 10;
