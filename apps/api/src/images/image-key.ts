/** The kinds of picture that storage holds, by the ending of their key. */
const contentTypes = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
} as const satisfies Record<string, StoredContentType>;

type Extension = keyof typeof contentTypes;

/** The content types that storage takes. */
export const storedContentTypes = ["image/jpeg", "image/png", "image/webp"] as const;

/** A content type that storage takes. */
export type StoredContentType = (typeof storedContentTypes)[number];

/** The widths in pixels at which a picture is also kept; small ones for grids, 960 for a page. */
export const thumbnailSizes = [160, 480, 960] as const;

export type ThumbnailSize = (typeof thumbnailSizes)[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;
const folders = /^([a-z0-9][a-z0-9-]{0,119}\/)*$/;
const file = /^[a-z0-9][a-z0-9-]{0,119}\.(jpg|png|webp)$/;

/** S3 takes 1,024 bytes; a file path must leave room for the folder it stands in. */
const maximumKeyCharacters = 512;

/** A key or a prefix that storage never takes: a mistake in the code, not of a person. */
export class ImageKeyError extends RangeError {
  override readonly name = "ImageKeyError";
  readonly code = "image_key_invalid";
}

const splitKey = (key: string) => {
  const end = key.lastIndexOf("/") + 1;
  return { folder: key.slice(0, end), name: key.slice(end) };
};

/**
 * Whether a text may name a picture in storage: folders of lower-case letters, digits and `-`, then one such name
 * with a known ending. Nothing in it can climb, hide, or differ only in case.
 */
export function isImageKey(text: string): boolean {
  const { folder, name } = splitKey(text);
  return text.length <= maximumKeyCharacters && folders.test(folder) && file.test(name);
}

/** Whether a text may name a folder of pictures: empty for all of them, or ending in `/`. */
export const isImagePrefix = (text: string): boolean =>
  text.length <= maximumKeyCharacters && folders.test(text);

/**
 * The content type that a key's ending stands for.
 *
 * @throws ImageKeyError when the text is no key.
 * @example contentTypeOfKey("subjects/…/portraits/….png") // "image/png"
 */
export function contentTypeOfKey(key: string): StoredContentType {
  const extension = file.exec(splitKey(key).name)?.[1];
  if (extension === undefined || !isImageKey(key)) {
    throw new ImageKeyError(`not a key of a picture: ${JSON.stringify(key)}`);
  }
  // Safe: the pattern lets through these three endings alone.
  return contentTypes[extension as Extension];
}

/** The folder of everything that belongs to one subject: `subjects/{subjectId}/`. */
export function subjectPrefix(subjectId: string): string {
  if (!uuid.test(subjectId)) throw new ImageKeyError(`not a subject's id: ${JSON.stringify(subjectId)}`);
  return `subjects/${subjectId}/`;
}

const contentName = (hash: string): string => {
  if (!sha256.test(hash)) throw new ImageKeyError(`not a sha-256 in hex: ${JSON.stringify(hash)}`);
  return hash;
};

/** Where an accepted selfie stands: `subjects/{subjectId}/selfies/{sha256}.jpg`. */
export const selfieKey = (subjectId: string, hash: string): string =>
  `${subjectPrefix(subjectId)}selfies/${contentName(hash)}.jpg`;

/** Where a portrait's untouched original stands: `subjects/{subjectId}/portraits/{sha256}.{png|jpg|webp}`. */
export function portraitKey(subjectId: string, hash: string, contentType: StoredContentType): string {
  const extension = contentType === "image/jpeg" ? "jpg" : contentType === "image/png" ? "png" : "webp";
  return `${subjectPrefix(subjectId)}portraits/${contentName(hash)}.${extension}`;
}

/**
 * Where a picture's thumbnail of one width stands, beside its original.
 *
 * @example thumbnailKey("subjects/…/portraits/ab….png", 480) // "subjects/…/portraits/ab…-480.webp"
 */
export function thumbnailKey(originalKey: string, size: ThumbnailSize): string {
  contentTypeOfKey(originalKey);
  return `${originalKey.slice(0, originalKey.lastIndexOf("."))}-${size}.webp`;
}
