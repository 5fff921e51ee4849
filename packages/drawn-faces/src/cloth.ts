import { darker, lighter, lumaOf, mixColours, type Colour } from "./colour.ts";
import type { Figure } from "./figure.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** The opening a garment leaves for the neck. */
export interface Neckline {
  readonly shape: "round" | "v";
  /** Half its width, as a multiple of the neck's. */
  readonly width: number;
  /** How far it reaches down. */
  readonly depth: number;
}

/** One garment's measures and colours. */
export interface Cloth {
  readonly colour: Colour;
  readonly deep: Colour;
  readonly light: Colour;
  /** Half the width of the shoulders. */
  readonly shoulder: number;
  /** Half the width of the neck at the collar. */
  readonly neck: number;
  /** The outline of the garment, its neckline cut out. */
  readonly body: string;
  /** The neckline alone. */
  readonly edge: string;
}

/** Where collars meet the neck. */
export const collarY = 160;

/** Cuts a garment for a figure. */
export function clothOf({ identity, scene }: Figure, neckline: Neckline): Cloth {
  const { colour, kind } = scene.clothes;
  const bulk = kind === "coat" ? 14 : kind === "dress" ? -8 : 0;
  const s = blend(150, 186, identity.build) * blend(1.08, 0.92, identity.softness) + bulk;
  const neck = blend(42, 52, identity.build) * blend(1.08, 0.93, identity.softness);
  const half = neck * neckline.width;
  const top = collarY + (half - neck) * 0.34;
  const right: Point[] = [
    [half, top],
    [Math.max(half + 14, neck + 30), Math.max(top + 8, collarY + 24)],
    [s * 0.72, 204],
    [s * 0.95, 232],
    [s + 14, 290],
    [s + 26, 420],
    [s + 34, 620],
    [s + 42, 860],
    [s + 44, 1080],
  ];
  const left = right.map(([x, y]): Point => [-x, y]).toReversed();
  const low = decimal(top + neckline.depth * (neckline.shape === "round" ? 4 / 3 : 1));
  const opening =
    neckline.shape === "round"
      ? `C${decimal(-half * 0.86)} ${low} ${decimal(half * 0.86)} ${low} ${decimal(half)} ${decimal(top)}`
      : `L0 ${low}L${decimal(half)} ${decimal(top)}`;
  const lit = scene.light.brightness < 0.5 ? darker(colour, (0.5 - scene.light.brightness) * 0.6) : colour;
  const tint = scene.light.warmth > 0.5 ? "#e8a060" : "#7f97b8";
  const tinted = mixColours(lit, tint, Math.abs(scene.light.warmth - 0.5) * 0.22);
  return {
    colour: tinted,
    deep: darker(tinted, 0.5),
    light: lighter(tinted, 0.14 + 0.1 * (1 - lumaOf(tinted))),
    shoulder: s,
    neck,
    body: `${smoothPath(right, false)}L${smoothPath(left, false).slice(1)}${opening}Z`,
    edge: `M${decimal(-half)} ${decimal(top)}${opening}`,
  };
}

/** The garment's mass with the light on it and its folds. */
export function drawGarment(
  { sheet, litSide, scene }: Figure,
  { body, colour, deep, light, shoulder: s }: Cloth,
): string {
  const shade = -litSide;
  const contrast = blend(0.4, 0.9, scene.light.contrast);
  const fold = (side: -1 | 1): string =>
    sheet.spot([side * s * 0.74, 470], [15, 230], deep, 0.66, side * 3) +
    sheet.spot([side * s * 0.62, 470], [16, 170], light, 0.26, side * 3) +
    sheet.spot([side * s * 0.62, 300], [9, 74], deep, 0.32, side * -42);
  return (
    `<path d="${body}" fill="${colour}"/><g ${sheet.clip(body)}>` +
    sheet.spot([litSide * s * 0.66, 232], [s * 0.58, 66], light, 0.75, litSide * 20) +
    sheet.spot([litSide * s * 0.42, 400], [s * 0.6, 230], light, 0.34) +
    sheet.spot([shade * s * 1.05, 420], [s * 0.98, 430], deep, contrast) +
    fold(-1) +
    fold(1) +
    sheet.spot([s * 0.06, 520], [18, 150], deep, 0.2, 12) +
    sheet.spot([0, 184], [92, 48], deep, 0.55) +
    sheet.spot([0, 980], [s * 2, 330], deep, 0.5) +
    `</g>`
  );
}
