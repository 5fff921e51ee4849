import type { PortraitView } from "../../views/views.ts";

const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
};

/**
 * The name under which an original is downloaded: the day, the brief's first words, a piece of the id.
 *
 * @example
 * // "2026-11-14-on-the-quay-1a2b3c4d.png"
 */
export function originalFileName({
  id,
  createdAt,
  brief,
  contentType,
}: Pick<PortraitView, "id" | "createdAt" | "brief" | "contentType">): string {
  const words = brief
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, 4);
  // The last letters of a version 7 uuid are random; the first are only the time.
  return `${[createdAt.slice(0, 10), ...words, id.slice(-8)].join("-")}.${endings[contentType] ?? "img"}`;
}
