import type { Ground } from "./backdrop.ts";
import type { Place } from "./scene.ts";
import { randomFrom, type Random } from "./seeded-random.ts";
import { decimal } from "./svg-sheet.ts";

const roofed: ReadonlySet<Place> = new Set(["studio", "wall", "window", "cafe", "office", "library", "home"]);

/** Rain, snow and mist: most of it behind the person, a little before them, so that the face stays clear. */
export function drawWeather(ground: Ground, layer: "behind" | "before"): string {
  const { weather, place } = ground.scene.background;
  const random = randomFrom(`weather ${layer} ${ground.scene.seed}`);
  const near = layer === "before";
  switch (weather) {
    case "clear":
      return "";
    case "mist":
      return mist(ground, near ? 0.3 : 1);
    case "rain":
      return roofed.has(place) ? "" : rain(ground, random, near ? 26 : 80);
    case "snow":
      return roofed.has(place) ? "" : snow(ground, random, near ? 12 : 70, near ? 6 : 4.4);
  }
}

function mist({ sheet, width, height }: Ground, strength: number): string {
  const veil = sheet.linear([
    [0, "#d9dcdc", 0.12 * strength],
    [0.6, "#d9dcdc", 0.3 * strength],
    [1, "#d9dcdc", 0.6 * strength],
  ]);
  return `<rect width="${decimal(width)}" height="${height}" fill="${veil}"/>`;
}

function rain({ width, height }: Ground, random: Random, count: number): string {
  let drops = "";
  for (let index = 0; index < count; index += 1) {
    const length = 14 + random() * 26;
    drops += `M${decimal(random() * width)} ${decimal(random() * height)}l${decimal(-length * 0.12)} ${decimal(length)}`;
  }
  return `<path d="${drops}" stroke="#eef2f4" stroke-width="1.1" opacity="0.3" stroke-linecap="round"/>`;
}

function snow({ width, height }: Ground, random: Random, count: number, size: number): string {
  let flakes = "";
  for (let index = 0; index < count; index += 1)
    flakes += `M${decimal(random() * width)} ${decimal(random() * height)}h.1`;
  return `<path d="${flakes}" stroke="#fff" stroke-width="${size}" opacity="0.62" stroke-linecap="round"/>`;
}
