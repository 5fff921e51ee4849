import type { IdentityProfile } from "./build-profile.ts";
import { eachAgainstTheOthers } from "./each-against-the-others.ts";
import { expression } from "./expression.ts";
import type { SingleFace } from "./face-observation.ts";
import { median } from "./statistics/median.ts";

/** How a person's own pictures measure, one number each: what a portrait's numbers are shown against. */
export interface OwnRange {
  /** Each reference's cosine to the nearer half of the others; none for a single reference. */
  readonly likeness: readonly number[];
  /** Each reference's smile, 0 to 1. */
  readonly smile: readonly number[];
  /** The fine detail of each reference large enough to show it, in units of their middle. */
  readonly skin: readonly number[];
}

/**
 * How the references of a profile measure themselves, by the same rules as a portrait. Not in one order: the three
 * lists can differ in length.
 *
 * @param references those the profile was built from
 * @example ownRange(selfies, profile).likeness // [0.95, 0.93, 0.96]
 */
export function ownRange(references: readonly SingleFace[], profile: IdentityProfile): OwnRange {
  const smiles = references.map((reference) => expression(reference, { baseline: profile.baseline }));
  const middle = median(profile.skinSharpness);
  return {
    likeness: eachAgainstTheOthers(profile.embeddings),
    smile: smiles.flatMap((smile) => (smile.measurable ? [smile.value.smile] : [])),
    skin: middle > 0 ? profile.skinSharpness.map((sharpness) => sharpness / middle) : [],
  };
}
