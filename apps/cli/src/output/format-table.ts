const gap = "  ";

/**
 * Rows in columns as wide as their longest cell, numbers to the right.
 *
 * @example
 * formatTable(["file", "pixels"], [["a.jpg", 800]]); // ["file   pixels", "a.jpg     800"]
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => String(row[column] ?? "").length)),
  );
  const isNumeric = headings.map((_, column) => rows.every((row) => typeof row[column] === "number"));
  return [headings, ...rows].map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumeric[column] === true ? String(cell).padStart(width) : String(cell).padEnd(width);
      })
      .join(gap)
      .trimEnd(),
  );
}
