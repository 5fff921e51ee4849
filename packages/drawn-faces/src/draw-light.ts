import { greyOf, type Colour } from "./colour.ts";
import type { Ground } from "./backdrop.ts";
import { decimal } from "./svg-sheet.ts";

/** What the light does to the whole picture: its tint, its glow, the darker corners. */
export function drawLight(ground: Ground): string {
  return tint(ground) + corners(ground);
}

function tint({ scene, sheet, width, height, litSide }: Ground): string {
  const { warmth, brightness, from } = scene.light;
  const colour = warmth > 0.5 ? "#ffb46a" : "#7f9cc9";
  const strength = Math.abs(warmth - 0.5) * 0.16;
  const glow =
    from === "behind" ? sheet.spot([width * (0.5 + litSide * 0.36), 160], [360, 340], "#ffe3b4", 0.4) : "";
  const dim =
    brightness < 0.4
      ? `<rect width="${decimal(width)}" height="${height}" fill="#0d0f16" opacity="${decimal((0.4 - brightness) * 0.5, 2)}"/>`
      : "";
  return `<rect width="${decimal(width)}" height="${height}" fill="${colour}" opacity="${decimal(strength, 2)}"/>${glow}${dim}`;
}

function corners({ sheet, width, height }: Ground): string {
  const paint = sheet.radial(
    [
      [0.55, "#000000", 0],
      [1, "#000000", 0.22],
    ],
    [0.5, 0.45, 0.8],
  );
  return `<rect width="${decimal(width)}" height="${height}" fill="${paint}"/>`;
}

/** Turns every colour of a drawing into its grey. */
export function withoutColour(svg: string): string {
  return svg.replace(/#[0-9a-f]{6}\b/g, (colour: Colour) => greyOf(colour));
}
