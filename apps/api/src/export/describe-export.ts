import type { ExportedTable, WithheldTable } from "./exported-table.ts";

/** The text that explains an archive to whoever opens it, with or without the studio. */
export const describeExport = (
  at: Date,
  tables: readonly ExportedTable[],
  withheldTables: readonly WithheldTable[],
): string =>
  [
    "EVERYTHING THAT A SELFSAME STUDIO KEEPS OF YOU",
    "",
    `Taken on ${at.toISOString()}. Times are in UTC.`,
    "",
    "index.html            a page to begin with: open it in any browser, no network is needed",
    "selfies/              the photos that you uploaded, as they are kept",
    "portraits/            your portraits, untouched, each with the recipe it was made by",
    "data/*.json           every row that is kept of you, one file for each kind",
    "data/*.csv            the same for a spreadsheet; text that begins like a formula stands behind an apostrophe",
    "isolation-proof.json  how it is known of each portrait that it was made with your model alone",
    "manifest.json         every file in here with its size and sha-256, and what could not be read",
    "",
    "What was changed while the archive was written may be in some files and not yet in others.",
    "",
    "WHAT THE FILES IN data/ HOLD",
    "",
    ...tables.flatMap(({ name, what, withheld }) => [
      `${name}: ${what}`,
      ...Object.entries(withheld).map(([column, reason]) => `    without ${column}: ${reason}`),
    ]),
    "",
    "WHAT IS NOT IN HERE",
    "",
    ...withheldTables.map(({ name, reason }) => `${name}: ${reason}`),
    "",
  ].join("\n");
