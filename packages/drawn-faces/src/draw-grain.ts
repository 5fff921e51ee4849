import { decimal, type SvgSheet } from "./svg-sheet.ts";

/** Film grain: one small tile of noise, repeated; noise over the whole picture would take a third of a second. */
export function drawGrain(
  sheet: SvgSheet,
  width: number,
  height: number,
  strength: number,
  seed: number,
): string {
  if (strength <= 0) return "";
  const tileSize = 240;
  const level = "1.2 0.6 0 0 -0.4";
  const noise = sheet.define(
    "filter",
    'x="0" y="0" width="1" height="1"',
    `<feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="${Math.abs(Math.trunc(seed)) % 1000}" stitchTiles="stitch"/>` +
      `<feColorMatrix values="${level} ${level} ${level} 0 0 0 0 1"/>`,
  );
  const tile = sheet.define(
    "pattern",
    `width="${tileSize}" height="${tileSize}" patternUnits="userSpaceOnUse"`,
    `<rect width="${tileSize}" height="${tileSize}" filter="url(#${noise})"/>`,
  );
  return `<rect width="${decimal(width)}" height="${decimal(height)}" fill="url(#${tile})" opacity="${decimal(strength * 0.34, 2)}" style="mix-blend-mode:soft-light"/>`;
}
