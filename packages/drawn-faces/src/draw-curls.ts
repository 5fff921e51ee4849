import type { Figure } from "./figure.ts";
import type { Random } from "./seeded-random.ts";
import { decimal, type Point } from "./svg-sheet.ts";

/** A cloud of curls: rings over a mass, darker below, lighter where the light falls. */
export function drawCurls(
  { palette, litSide }: Figure,
  random: Random,
  centres: readonly Point[],
  size: number,
): string {
  const masses: string[] = [];
  let dark = "";
  let plain = "";
  let light = "";
  const n = decimal;
  for (const [x, y] of centres) {
    const radius = size * (0.8 + 0.5 * random());
    masses.push(
      `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(radius * 2)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-radius * 2)} 0`,
    );
    const turn = random() * Math.PI * 2;
    const arc = (share: number, from: number): string => {
      const r = radius * share;
      const [startX, startY] = [x + r * Math.cos(from), y + r * Math.sin(from)];
      const [endX, endY] = [x + r * Math.cos(from + 2.4), y + r * Math.sin(from + 2.4)];
      return `M${n(startX)} ${n(startY)}A${n(r)} ${n(r)} 0 0 1 ${n(endX)} ${n(endY)}`;
    };
    dark += arc(0.9, turn);
    plain += arc(0.55, turn + 2);
    if (random() < 0.5) light += arc(0.72, litSide === 1 ? -1.9 : -2.9);
  }
  return (
    `<path d="${masses.join("")}" fill="${palette.hair}"/>` +
    `<g fill="none" stroke-linecap="round"><path d="${dark}" stroke="${palette.hairDeep}" stroke-width="${n(size * 0.2)}" opacity="0.7"/>` +
    `<path d="${plain}" stroke="${palette.hairDeep}" stroke-width="${n(size * 0.14)}" opacity="0.6"/>` +
    `<path d="${light}" stroke="${palette.hairLight}" stroke-width="${n(size * 0.15)}" opacity="0.6"/></g>`
  );
}
