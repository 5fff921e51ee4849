import { decimal, type SvgSheet } from "./svg-sheet.ts";

/** The tile's edge in pixels: whole, so that repeating it leaves no seams. */
const tilePixels = 256;

/**
 * Film grain over a picture of that size, in drawing units: one tile of light and dark specks, repeated. Noise over
 * the whole picture would take a third of a second to rasterise, the tile takes a twentieth.
 */
export function drawGrain(
  sheet: SvgSheet,
  size: { readonly width: number; readonly height: number; readonly heightPixels: number },
  strength: number,
  seed: number,
): string {
  if (strength <= 0) return "";
  const tile = decimal((tilePixels * size.height) / size.heightPixels, 3);
  // One channel of the noise decides light or dark, another how much of it is seen.
  const level = "9 0 0 0 -4.1";
  const noise = sheet.define(
    "filter",
    'x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"',
    `<feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="${Math.abs(Math.trunc(seed)) % 1000}" stitchTiles="stitch"/>` +
      `<feColorMatrix values="${level} ${level} ${level} 0 1.6 0 0 -0.3"/>`,
  );
  const pattern = sheet.define(
    "pattern",
    `width="${tile}" height="${tile}" patternUnits="userSpaceOnUse"`,
    `<rect width="${tile}" height="${tile}" filter="url(#${noise})"/>`,
  );
  return `<rect width="${decimal(size.width)}" height="${decimal(size.height)}" fill="url(#${pattern})" opacity="${decimal(strength * 0.11, 2)}"/>`;
}
