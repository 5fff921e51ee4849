import type { Scene } from "./scene.ts";
import { decimal, type SvgSheet } from "./svg-sheet.ts";

/** The sheet a place is drawn on: its size in drawing units, its light side. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly scene: Scene;
  readonly sheet: SvgSheet;
  readonly litSide: -1 | 1;
}

/** A filled rectangle. */
export function box(x: number, y: number, width: number, height: number, paint: string, opacity = 1): string {
  return (
    `<rect x="${decimal(x)}" y="${decimal(y)}" width="${decimal(width)}" height="${decimal(height)}"` +
    ` fill="${paint}" opacity="${decimal(opacity, 2)}"/>`
  );
}

/** A fill over the whole ground. */
export function cover({ width, height }: Ground, paint: string, opacity = 1): string {
  return box(0, 0, width, height, paint, opacity);
}

/**
 * A ground that covers the picture and what stands on it, as far out of focus as the scene asks. A blur fades
 * towards the picture's edges; there the sharp ground, which has nothing on it, shows through.
 */
export function outOfFocus(
  { scene, sheet, width, height }: Ground,
  base: string,
  content: string,
  share = 1,
): string {
  const deviation = (3.5 + 16.5 * scene.background.blur) * share;
  return `${base}<g ${sheet.blurWithin(deviation, width, height)}>${base}${content}</g>`;
}
