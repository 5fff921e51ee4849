import type { ExportedRow } from "./exported-table.ts";

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** Where the picture of a row stands in an export; undefined for rows without one. */
export const picturePath = (table: string, row: ExportedRow): string | undefined => {
  if (table === "selfies") return `selfies/${String(row["id"])}.jpg`;
  if (table === "portraits")
    return `portraits/${String(row["id"])}.${endings[String(row["contentType"])] ?? "png"}`;
  return undefined;
};
