import type { StoredContentType } from "../images/image-key.ts";
import type { PortraitWithBrief } from "./portrait.store.ts";

const endings = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" } as const;
const longestWords = 48;
const idCharacters = 8;

/**
 * What a portrait is called where it is saved, without its ending: its day, words of its brief in plain letters, and the
 * end of its id, so that no two are called the same.
 *
 * @example downloadName(portrait) // "2026-11-14-on-the-quay-in-a-navy-coat-1f0c9a2e"
 */
export const downloadName = ({
  createdAt,
  brief,
  id,
}: Pick<PortraitWithBrief, "createdAt" | "brief" | "id">) => {
  const words = brief
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, longestWords)
    .replaceAll(/^-+|-+$/g, "");
  return [
    createdAt.toISOString().slice(0, 10),
    words === "" ? "portrait" : words,
    id.slice(-idCharacters),
  ].join("-");
};

/** The ending of a stored picture's file. */
export const downloadEnding = (contentType: StoredContentType): string => endings[contentType];
