import { greyOf, type Colour } from "./colour.ts";
import type { Ground } from "./draw-place.ts";
import { randomFrom } from "./seeded-random.ts";
import { decimal } from "./svg-sheet.ts";

/** What lies between the viewer and the person: weather, the tint of the light, the darker corners. */
export function drawLight(ground: Ground): string {
  return weatherBefore(ground) + tint(ground) + corners(ground);
}

function weatherBefore({ scene, sheet, width, height }: Ground): string {
  const random = randomFrom(`weather ${scene.seed}`);
  const { weather } = scene.background;
  const outside = !["studio", "wall", "cafe", "office", "library", "home", "window"].includes(
    scene.background.place,
  );
  if (weather === "mist") {
    const veil = sheet.linear([
      [0, "#d9dcdc", 0.08],
      [0.7, "#d9dcdc", 0.22],
      [1, "#d9dcdc", 0.5],
    ]);
    return `<rect width="${decimal(width)}" height="${height}" fill="${veil}"/>`;
  }
  if (weather === "rain") {
    let drops = "";
    for (let index = 0; index < (outside ? 90 : 0); index += 1) {
      const [x, y, length] = [random() * width, random() * height, 14 + random() * 26];
      drops += `M${decimal(x)} ${decimal(y)}l${decimal(-length * 0.12)} ${decimal(length)}`;
    }
    return drops === ""
      ? ""
      : `<path d="${drops}" stroke="#eef2f4" stroke-width="1.1" opacity="0.3" stroke-linecap="round"/>`;
  }
  if (weather === "snow" && outside) {
    let flakes = "";
    for (let index = 0; index < 70; index += 1)
      flakes += `M${decimal(random() * width)} ${decimal(random() * height)}h.1`;
    return `<path d="${flakes}" stroke="#fff" stroke-width="5" opacity="0.62" stroke-linecap="round"/>`;
  }
  return "";
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
