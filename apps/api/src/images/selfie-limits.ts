/** What a selfie may be, before it is decoded. */
export interface SelfieLimits {
  readonly maximumBytes: number;
  /** Of the shorter side. */
  readonly minimumEdgePixels: number;
  /** Of the longer side. */
  readonly maximumEdgePixels: number;
  readonly maximumPixels: number;
}

/**
 * 25 MB and 50 megapixels hold what telephones write today (48 megapixel HEIC or JPEG); a decoded picture then takes
 * 200 MB at most. Below 512 pixels a face has too little detail for a trainer that works at 512, 768 and 1,024.
 */
export const selfieLimits: SelfieLimits = Object.freeze({
  maximumBytes: 25_000_000,
  minimumEdgePixels: 512,
  maximumEdgePixels: 12_000,
  maximumPixels: 50_000_000,
});

/** The content types a selfie may have; judged by its bytes, never by its name. */
export const acceptedSelfieTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "image/heif",
] as const;

export type AcceptedSelfieType = (typeof acceptedSelfieTypes)[number];
