import { calibrations, expressionConstants, gateConstants, selfieSetConstants } from "./calibration.ts";
import { buildProfile } from "./build-profile.ts";
import { likeness } from "./likeness.ts";
import { measureGeometry } from "./measure-geometry.ts";
import { nearDuplicates, type NearDuplicate, type SetSelfie } from "./near-duplicates.ts";
import { happiness, smileIntensity, smileShape } from "./smile-shape.ts";

/** What a set lacks. */
export type SelfieSetLack =
  | "more-selfies"
  | "side-views"
  | "front-views"
  | "calm-expression"
  | "smile"
  | "variety"
  | "one-person";

/** How a set of selfies stands. */
export interface SelfieSetVerdict {
  readonly verdict: "ready" | "could-be-better" | "not-enough";
  /** Selfies of the person that are not copies of another one. */
  readonly usable: number;
  readonly angles: { readonly front: number; readonly side: number };
  readonly expressions: { readonly calm: number; readonly smiling: number; readonly between: number };
  /** Selfies whose face is not like the others'. */
  readonly anotherPerson: readonly string[];
  readonly nearDuplicates: readonly NearDuplicate[];
  readonly missing: readonly SelfieSetLack[];
}

/**
 * Judges a set of selfies that each passed `gateSelfie`: how many, from which sides, with which expressions, how
 * alike, and whether all are of one person (told from three on). Selfies seen by different model versions, and
 * drawings among photographs, are never like each other.
 *
 * @example judgeSelfieSet(selfies).missing // ["side-views"]
 */
export function judgeSelfieSet(selfies: readonly SetSelfie[]): SelfieSetVerdict {
  const anotherPerson = oddOnes(selfies);
  const own = selfies.filter(({ id }) => !anotherPerson.includes(id));
  const alike = nearDuplicates(own);
  const copies = new Set(alike.filter(({ kind }) => kind === "same-picture").map(({ second }) => second));
  const usable = own.filter(({ id }) => !copies.has(id));
  const side = usable.filter(
    ({ observation }) => Math.abs(observation.face.pose.yawDegrees) > gateConstants.sideYawDegrees,
  ).length;
  const smiles = usable.map(smileOf);
  const calm = smiles.filter((smile) => smile <= expressionConstants.neutralSmile).length;
  const smiling = smiles.filter((smile) => smile >= expressionConstants.happySmile).length;
  const { fewest, sideShare } = selfieSetConstants;
  const lacks: readonly (readonly [SelfieSetLack, boolean])[] = [
    ["one-person", anotherPerson.length > 0],
    ["more-selfies", usable.length < fewest],
    ["side-views", side < sideShare.least * usable.length],
    ["front-views", side > sideShare.most * usable.length],
    ["calm-expression", usable.length > 0 && calm === 0],
    ["smile", usable.length > 0 && smiling === 0],
    ["variety", alike.length > 0],
  ];
  const missing = lacks.filter(([, lacking]) => lacking).map(([code]) => code);
  const tooFew = usable.length < fewest || anotherPerson.length > 0;
  return {
    verdict: tooFew ? "not-enough" : missing.length > 0 ? "could-be-better" : "ready",
    usable: usable.length,
    angles: { front: usable.length - side, side },
    expressions: { calm, smiling, between: usable.length - calm - smiling },
    anotherPerson,
    nearDuplicates: alike,
    missing,
  };
}

function smileOf({ observation }: SetSelfie): number {
  return smileIntensity(smileShape(measureGeometry(observation.face)), happiness(observation.face));
}

/** Selfies that the others, taken as references, would not recognise. */
function oddOnes(selfies: readonly SetSelfie[]): string[] {
  if (selfies.length < selfieSetConstants.outlierSelfies) return [];
  return selfies
    .filter(({ id, observation }) => {
      const others = selfies.filter((other) => other.id !== id && isOfSameKind(other, observation));
      const built = buildProfile(others.map((other) => other.observation));
      if (!built.built) return true;
      const found = likeness(observation, built.profile);
      return !found.measurable || found.value.raw < calibrations[observation.depiction].recognisableFrom;
    })
    .map(({ id }) => id);
}

function isOfSameKind(other: SetSelfie, observation: SetSelfie["observation"]): boolean {
  return (
    other.observation.depiction === observation.depiction &&
    other.observation.modelVersion === observation.modelVersion
  );
}
