import type { Identity } from "./identity.ts";
import { blend } from "./svg-sheet.ts";

/**
 * The face on the way from one identity to another: numbers move in a straight line, named choices change over
 * at their own share. At 0 it is the first (without its key), at 1 the second, so a larger share never looks
 * less like the second.
 *
 * @example mixIdentities(genericIdentity, subject, 0.8) // a model after most of its training
 */
export function mixIdentities(from: Identity, to: Identity, share: number): Identity {
  const part = Math.min(1, Math.max(0, share));
  const number = (a: number, b: number): number => blend(a, b, part);
  const { key: _, ...target } = to;
  if (part === 1) return target;
  return {
    softness: number(from.softness, to.softness),
    age: number(from.age, to.age),
    build: number(from.build, to.build),
    face: mixNumbers(from.face, to.face, part),
    jaw: mixNumbers(from.jaw, to.jaw, part),
    eyes: mixNumbers(from.eyes, to.eyes, part),
    nose: mixNumbers(from.nose, to.nose, part),
    brows: mixNumbers(from.brows, to.brows, part),
    lips: mixNumbers(from.lips, to.lips, part),
    skin: mixNumbers(from.skin, to.skin, part),
    hair: {
      style: part < 0.45 ? from.hair.style : to.hair.style,
      length: number(from.hair.length, to.hair.length),
      lightness: number(from.hair.lightness, to.hair.lightness),
      redness: number(from.hair.redness, to.hair.redness),
      grey: number(from.hair.grey, to.hair.grey),
    },
    iris: number(from.iris, to.iris),
    facialHair: part < 0.55 ? from.facialHair : to.facialHair,
    glasses: part < 0.65 ? from.glasses : to.glasses,
  };
}

function mixNumbers<Group extends Readonly<Record<keyof Group, number>>>(
  from: Group,
  to: Group,
  share: number,
): Group {
  const mixed = { ...from };
  // Object.keys of a Group lists exactly its keys; all of its values are numbers.
  for (const name of Object.keys(from) as (keyof Group)[]) {
    mixed[name] = blend(from[name], to[name], share) as Group[keyof Group];
  }
  return mixed;
}
