import type { Figure } from "./figure.ts";
import { curledHair } from "./hair-curled.ts";
import { fallingHair } from "./hair-falling.ts";
import { gatheredHair } from "./hair-gathered.ts";
import { shortHair } from "./hair-short.ts";
import type { HairStyle } from "./identity.ts";

/** The hair in two layers: what lies behind the neck and shoulders, and what lies over the face. */
export interface Hair {
  readonly behind: string;
  readonly over: string;
  /** Whether it covers the ears. */
  readonly coversEars: boolean;
}

const byStyle: Readonly<Record<HairStyle, (figure: Figure) => Hair>> = {
  bald: () => ({ behind: "", over: "", coversEars: false }),
  buzz: shortHair,
  "short-crop": shortHair,
  "side-part": shortHair,
  "swept-back": shortHair,
  pixie: shortHair,
  "short-curls": curledHair,
  afro: curledHair,
  "long-curls": curledHair,
  bob: fallingHair,
  "fringe-bob": fallingHair,
  "long-straight": fallingHair,
  "long-wavy": fallingHair,
  locs: fallingHair,
  bun: gatheredHair,
  ponytail: gatheredHair,
};

/** Draws the hair of a figure. */
export function drawHair(figure: Figure): Hair {
  return byStyle[figure.identity.hair.style](figure);
}
