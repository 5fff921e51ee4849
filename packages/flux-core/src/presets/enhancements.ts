import { deepFreeze } from "../deep-freeze.ts";

/**
 * The levels of enhancement, from nothing to the strongest.
 *
 * @example
 * levels.length; // 4
 */
export const levels = Object.freeze(["none", "subtle", "medium", "dramatic"] as const);

/** How strongly a realism layer is laid over the subject's own model; `none` lays nothing. */
export type Level = (typeof levels)[number];

export type Enhancement = {
  /** The layer's repository on Hugging Face. */
  readonly slug: string;
  /** How strongly the layer is applied; the provider allows -1 to 3. */
  readonly scale: number;
  /** The words that wake the layer, added as the prompt's last clause. */
  readonly phrase: string;
  /** What was learned about it since. */
  readonly note: string;
};

const plastic =
  "Learned since: realism layers above about 0.2 tend to turn skin plastic and to pull the face away from the subject's own.";

/**
 * The realism layers that may stand over a subject's own model, never instead of it. Scales and phrases are
 * the enhanced service's of July 2025.
 *
 * @example
 * enhancements.subtle.scale; // 0.6
 */
export const enhancements: { readonly [level in Exclude<Level, "none">]: Enhancement } = deepFreeze({
  subtle: {
    slug: "prithivMLmods/Canopus-LoRA-Flux-FaceRealism",
    scale: 0.6,
    phrase: "face realism",
    note: `${plastic} This is the mildest of the three.`,
  },
  medium: {
    slug: "prithivMLmods/Canopus-LoRA-Flux-UltraRealism-2.0",
    scale: 0.8,
    phrase: "Ultra realistic",
    note: `${plastic} Its phrase works against the prompt's own words for unretouched skin.`,
  },
  dramatic: {
    slug: "strangerzonehf/Flux-Super-Portrait-LoRA",
    scale: 1.0,
    phrase: "Super Portrait",
    note: `${plastic} The layer's makers advise 0.7; 1.0 is the strongest look and the weakest likeness.`,
  },
});
