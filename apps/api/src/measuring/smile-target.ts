import type { Expression } from "@selfsame/flux-core";
import type { smileTargets } from "@selfsame/likeness";

/**
 * How much of a smile a chosen expression asks for; none chosen asks for a natural one.
 *
 * @example smileTargetOf("warm-smile") // "warm"
 */
export const smileTargetOf = (expression: Expression | null): keyof typeof smileTargets => {
  switch (expression) {
    case "neutral":
    case "calm":
    case "contemplative":
      return "neutral";
    case "warm-smile":
    case "laughing":
      return "warm";
    case "soft-smile":
    case "confident":
    case "candid":
    case null:
      return "natural";
  }
};
