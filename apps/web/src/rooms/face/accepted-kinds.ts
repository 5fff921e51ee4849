const names: Readonly<Record<string, string>> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "image/heic": "HEIC",
  "image/heif": "HEIC",
};

/**
 * The kinds of picture the api takes, as one reads them.
 *
 * @example
 * acceptedKinds(["image/jpeg", "image/png"], (all, last) => `${all} or ${last}`) // "JPEG or PNG"
 */
export function acceptedKinds(
  mimeTypes: readonly string[],
  join: (all: string, last: string) => string,
): string {
  const kinds = [...new Set(mimeTypes.map((mimeType) => names[mimeType] ?? mimeType))];
  const last = kinds.at(-1) ?? "";
  return kinds.length < 2 ? last : join(kinds.slice(0, -1).join(", "), last);
}
