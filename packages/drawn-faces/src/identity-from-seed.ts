import type { FacialHair, Glasses, HairStyle, Identity } from "./identity.ts";
import { isIdentityKey, keyOfText, pickWeighted, randomFrom, type Random } from "./seeded-random.ts";

/**
 * A person, always the same for the same seed. The seed is any text, or the bytes of a hash; a text of exactly
 * 16 lower-case hexadecimal digits is the key itself, so `identityFromSeed(identity.key)` is that identity again.
 *
 * Each number is drawn from the two outer parts of its range: people differ from each other and from
 * `genericIdentity` by more than a face network's noise.
 *
 * @example identityFromSeed("subject-1").key // "…16 hex digits", what a mark carries
 */
export function identityFromSeed(seed: string | Uint8Array): Identity {
  const text = typeof seed === "string" ? seed : hexOf(seed);
  const key = isIdentityKey(text) ? text : keyOfText(text);
  const random = randomFrom(key);
  const spread = (low = 0, high = 1): number => low + (high - low) * awayFromMiddle(random);

  const softness = pickWeighted(random, [
    [0.06 + random() * 0.24, 45],
    [0.7 + random() * 0.26, 45],
    [0.35 + random() * 0.3, 10],
  ]);
  const age = 0.04 + random() ** 1.5 * 0.86;
  const tone = pickWeighted(random, [
    [random() * 0.22, 30],
    [0.22 + random() * 0.26, 26],
    [0.5 + random() * 0.24, 22],
    [0.76 + random() * 0.24, 22],
  ]);
  const hair = { style: hairStyleFor(random, softness, tone, age), ...hairColourFor(random, tone, age) };
  return {
    key,
    softness,
    age,
    build: Math.min(1, Math.max(0, spread() * 0.7 + (1 - softness) * 0.3)),
    face: { width: spread(), length: spread(), cheekbones: spread(), fullness: spread(), forehead: spread() },
    jaw: { width: spread(), squareness: spread(), chin: spread() },
    eyes: { size: spread(), spacing: spread(), slant: spread(), openness: spread() },
    nose: { length: spread(), width: spread(), bridge: spread() },
    brows: { thickness: spread(), arch: spread(), height: spread() },
    lips: { fullness: spread(), width: spread(), bow: spread() },
    skin: { tone, warmth: spread(), freckles: tone < 0.35 && random() < 0.3 ? 0.4 + random() * 0.6 : 0 },
    hair,
    iris: tone < 0.3 ? random() : random() * 0.35,
    facialHair: facialHairFor(random, softness),
    glasses: pickWeighted<Glasses>(random, [
      ["none", 80],
      ["round", 7],
      ["square", 7],
      ["thin", 6],
    ]),
  };
}

/** A number in 0..1 that keeps away from 0.5: people are told apart by what is not average. */
function awayFromMiddle(random: Random): number {
  const outer = 0.16 + 0.34 * random();
  return random() < 0.5 ? 0.5 - outer : 0.5 + outer;
}

function hairColourFor(
  random: Random,
  tone: number,
  age: number,
): { length: number; lightness: number; redness: number; grey: number } {
  const lightness = tone < 0.3 ? random() ** 1.3 : tone < 0.5 ? random() * 0.4 : random() * 0.14;
  const greyFrom = 0.32 + random() * 0.3;
  return {
    length: random(),
    lightness,
    redness: random() ** 1.4,
    grey: Math.min(1, Math.max(0, (age - greyFrom) * 2.4)),
  };
}

function hairStyleFor(random: Random, softness: number, tone: number, age: number): HairStyle {
  const coiled = tone > 0.7;
  if (softness < 0.5) {
    return pickWeighted<HairStyle>(random, [
      ["short-crop", 22],
      ["side-part", 22],
      ["swept-back", 14],
      ["buzz", coiled ? 22 : 8],
      ["bald", 4 + age * 12],
      ["short-curls", 14],
      ["afro", coiled ? 10 : 0],
      ["locs", coiled ? 8 : 0],
      ["bun", 3],
      ["long-wavy", 4],
    ]);
  }
  return pickWeighted<HairStyle>(random, [
    ["bob", 16],
    ["fringe-bob", 10],
    ["long-straight", coiled ? 6 : 16],
    ["long-wavy", coiled ? 8 : 18],
    ["long-curls", coiled ? 20 : 10],
    ["bun", 13],
    ["ponytail", 11],
    ["pixie", 9],
    ["afro", coiled ? 18 : 0],
    ["locs", coiled ? 12 : 0],
    ["short-curls", 5],
  ]);
}

function facialHairFor(random: Random, softness: number): FacialHair {
  if (softness > 0.4) return "none";
  return pickWeighted<FacialHair>(random, [
    ["none", 46],
    ["stubble", 18],
    ["short-beard", 18],
    ["full-beard", 12],
    ["moustache", 6],
  ]);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
