import { deepFreeze } from "../deep-freeze.ts";

/** An expression a portrait can be asked for. */
export type Expression =
  | "neutral"
  | "calm"
  | "soft-smile"
  | "warm-smile"
  | "confident"
  | "contemplative"
  | "candid"
  | "laughing";

/**
 * How each expression is said: as a thing (`with a soft smile`) and as a quality of someone (`a calm woman`).
 * All begin with a consonant, so that the article `a` before them is right.
 *
 * @example
 * expressions["soft-smile"].noun; // "soft smile"
 */
export const expressions = deepFreeze({
  neutral: { noun: "neutral expression", modifier: "neutral" },
  calm: { noun: "calm expression", modifier: "calm" },
  "soft-smile": { noun: "soft smile", modifier: "soft-smile" },
  "warm-smile": { noun: "warm smile", modifier: "warm-smile" },
  confident: { noun: "confident expression", modifier: "confident" },
  contemplative: { noun: "contemplative expression", modifier: "contemplative" },
  candid: { noun: "candid expression", modifier: "candid" },
  laughing: { noun: "laughing expression", modifier: "laughing" },
} satisfies Record<Expression, { noun: string; modifier: string }>);
