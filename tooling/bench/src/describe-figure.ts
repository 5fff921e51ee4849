import type { Measured } from "./figure.ts";
import { spreadOf } from "./spread-of.ts";

const head = ["what", "median", "least … most", "rounds", "to reach"] as const;

/** A figure as lines of a table: the median with its spread, never one number alone. */
export function describeFigure(measured: readonly Measured[]): string[] {
  const rows = measured.map(({ what, samples, unit, toReach }) => {
    const { median, least, most } = spreadOf(samples);
    const apart = `${rounded(least)} … ${rounded(most)}`;
    return [what, `${rounded(median)} ${unit}`, apart, String(samples.length), toReach ?? "–"];
  });
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [[...head], ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** Three digits are as many as a spread of some percent leaves. */
const rounded = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString("en-GB", { maximumFractionDigits: 6 });
