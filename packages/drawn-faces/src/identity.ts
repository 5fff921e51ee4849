/** How the hair is cut or worn. */
export type HairStyle = (typeof hairStyles)[number];

/** All hair styles. */
export const hairStyles = [
  "bald",
  "buzz",
  "short-crop",
  "side-part",
  "swept-back",
  "short-curls",
  "afro",
  "pixie",
  "bob",
  "fringe-bob",
  "long-straight",
  "long-wavy",
  "long-curls",
  "bun",
  "ponytail",
  "locs",
] as const;

/** What grows on the chin and the upper lip. */
export type FacialHair = (typeof facialHairs)[number];

/** All kinds of facial hair. */
export const facialHairs = ["none", "stubble", "moustache", "short-beard", "full-beard"] as const;

/** Frames of glasses, or none. */
export type Glasses = (typeof glassesKinds)[number];

/** All kinds of glasses. */
export const glassesKinds = ["none", "round", "square", "thin"] as const;

/**
 * Who is drawn: every number lies in 0..1 and means the same for everyone (0.5 is the middle of adult people).
 * Names of one group belong to one part of the face.
 */
export interface Identity {
  /** The 64-bit key (16 hexadecimal digits) this identity was drawn from; absent on mixed ones. */
  readonly key?: string;
  /** 0: angular features, heavy brow and jaw; 1: soft features, fuller lips and lashes. */
  readonly softness: number;
  /** 0: about 20 years old; 1: about 80. */
  readonly age: number;
  /** 0: slight; 1: broad shoulders and neck. */
  readonly build: number;
  readonly face: {
    readonly width: number;
    readonly length: number;
    readonly cheekbones: number;
    /** 0: hollow cheeks; 1: full cheeks. */
    readonly fullness: number;
    /** 0: low hairline; 1: high hairline. */
    readonly forehead: number;
  };
  readonly jaw: {
    readonly width: number;
    /** 0: round; 1: square corners. */
    readonly squareness: number;
    readonly chin: number;
  };
  readonly eyes: {
    readonly size: number;
    readonly spacing: number;
    /** 0: outer corners low; 1: outer corners high. */
    readonly slant: number;
    /** 0: narrow and hooded; 1: round and open. */
    readonly openness: number;
  };
  readonly nose: {
    readonly length: number;
    readonly width: number;
    /** 0: flat bridge; 1: high, narrow bridge. */
    readonly bridge: number;
  };
  readonly brows: {
    readonly thickness: number;
    readonly arch: number;
    /** 0: close to the eye; 1: far above it. */
    readonly height: number;
  };
  readonly lips: {
    readonly fullness: number;
    readonly width: number;
    /** 0: straight upper lip; 1: a marked bow. */
    readonly bow: number;
  };
  readonly skin: {
    /** 0: very light; 1: very dark. */
    readonly tone: number;
    /** 0: olive; 1: rosy. */
    readonly warmth: number;
    readonly freckles: number;
  };
  readonly hair: {
    readonly style: HairStyle;
    /** How long within its style. */
    readonly length: number;
    /** 0: black; 1: light blond. */
    readonly lightness: number;
    /** 0: ash; 1: red. */
    readonly redness: number;
    /** 0: no grey; 1: white. */
    readonly grey: number;
  };
  /** 0: dark brown; 0.5: hazel and green; 1: light blue. */
  readonly iris: number;
  readonly facialHair: FacialHair;
  readonly glasses: Glasses;
}

/** Nobody in particular: the face a model draws before it was trained. */
export const genericIdentity: Identity = {
  softness: 0.5,
  age: 0.3,
  build: 0.5,
  face: { width: 0.5, length: 0.5, cheekbones: 0.5, fullness: 0.5, forehead: 0.5 },
  jaw: { width: 0.5, squareness: 0.5, chin: 0.5 },
  eyes: { size: 0.5, spacing: 0.5, slant: 0.5, openness: 0.5 },
  nose: { length: 0.5, width: 0.5, bridge: 0.5 },
  brows: { thickness: 0.5, arch: 0.5, height: 0.5 },
  lips: { fullness: 0.5, width: 0.5, bow: 0.5 },
  skin: { tone: 0.38, warmth: 0.5, freckles: 0 },
  hair: { style: "short-crop", length: 0.5, lightness: 0.25, redness: 0.3, grey: 0 },
  iris: 0.3,
  facialHair: "none",
  glasses: "none",
};
