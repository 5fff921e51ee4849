import type { SelfieLimits } from "./selfie-limits.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Why a file is not taken as a selfie: the api's own codes; their words for the person stand with the api's errors. */
export type SelfieRefusal =
  | { readonly code: "selfie_empty"; readonly details: Record<string, never> }
  | {
      readonly code: "selfie_too_many_bytes";
      readonly details: { readonly sizeBytes: number } & Pick<SelfieLimits, "maximumBytes">;
    }
  /** Text, an archive, a film: no picture at all, whatever the file's name says. */
  | { readonly code: "selfie_not_an_image"; readonly details: Record<string, never> }
  /** A picture, of a type that is not taken, such as `image/gif`. */
  | { readonly code: "selfie_type_unsupported"; readonly details: { readonly contentType: string } }
  /** More than one picture in the file: an animation or a burst. */
  | { readonly code: "selfie_animated"; readonly details: Record<string, never> }
  | {
      readonly code: "selfie_too_small";
      readonly details: Size & Pick<SelfieLimits, "minimumEdgePixels">;
    }
  | {
      readonly code: "selfie_too_many_pixels";
      readonly details: Size & Pick<SelfieLimits, "maximumEdgePixels" | "maximumPixels">;
    }
  /** Damaged or cut off. `logOnly` has the decoder's own words. */
  | {
      readonly code: "selfie_undecodable";
      readonly details: Record<string, never>;
      readonly logOnly: string;
    };
