import { mixColours } from "./colour.ts";
import type { Hair } from "./draw-hair.ts";
import type { Figure } from "./figure.ts";
import { hairBack, strandChance } from "./hair-back.ts";
import type { HeadShape, Side } from "./head-shape.ts";
import type { HairStyle } from "./identity.ts";
import type { Random } from "./seeded-random.ts";
import { blend, decimal, type Point } from "./svg-sheet.ts";

interface Cloud {
  /** How far the curls stand off the skull. */
  readonly volume: number;
  /** Down to which height. */
  readonly end: number;
  /** The radius of a curl. */
  readonly size: number;
}

/** Curls: short, long, or an afro. */
export function curledHair(figure: Figure): Hair {
  const { identity, head } = figure;
  const { style, length } = identity.hair;
  const random = strandChance(figure);
  const cloud = cloudOf(style, length);
  const [over, behind] = curlCentres(head, cloud, random);
  return {
    behind:
      hairBack(figure, cloud.volume * 0.85, cloud.end > 40 ? 40 : undefined) +
      (behind.length > 0 ? drawCurls(figure, random, behind, cloud.size) : ""),
    over: drawCurls(figure, random, over, cloud.size),
    coversEars: style !== "short-curls",
  };
}

function cloudOf(style: HairStyle, length: number): Cloud {
  if (style === "afro") return { volume: blend(30, 54, length), end: blend(20, 52, length), size: 15.5 };
  if (style === "long-curls")
    return { volume: blend(22, 30, length), end: blend(140, 225, length), size: 16 };
  return { volume: blend(12, 19, length), end: -8, size: 12.5 };
}

function curlCentres(
  head: HeadShape,
  { volume, end, size }: Cloud,
  random: Random,
): [over: Point[], behind: Point[]] {
  const over: Point[] = [];
  const behind: Point[] = [];
  const jitter = (): number => (random() - 0.5) * size * 0.8;
  const sides: Side[] = [-1, 1];
  for (const side of sides) {
    for (let y = -36 - volume - 100; y < end; y += size * 1.08) {
      const reach =
        y < -20
          ? head.skullEdge(side, y, volume)
          : head.skullEdge(side, -20, volume) * (1 + Math.min(0.1, y / 1500));
      const start =
        y < -20 ? sideStart(head, side, y, size) : head.faceEdge(side, Math.min(66, y)) + side * size * 0.3;
      for (let x = start; side * x <= side * reach - size * 0.5; x += side * size * 1.12) {
        (y < 150 ? over : behind).push([x + jitter(), y + jitter()]);
      }
    }
  }
  return [over, behind];
}

/** Where the curls of a row begin: at the middle above the hairline, at the face's edge beside it. */
function sideStart(head: HeadShape, side: Side, y: number, size: number): number {
  const middle = head.project(0, y, 60)[0];
  const rise = (y - head.hairlineY + 4) / (-24 - head.hairlineY);
  if (rise <= 0) return middle + side * size * 0.4;
  // The hairline as a quarter of an ellipse from the forehead's middle to the temple.
  return blend(
    middle,
    head.faceEdge(side, y),
    Math.min(1, Math.sqrt(1 - (1 - Math.min(1, rise)) ** 2) * 1.02),
  );
}

function drawCurls(
  { palette, litSide, sheet, head }: Figure,
  random: Random,
  centres: readonly Point[],
  size: number,
): string {
  const n = (value: number): string => decimal(value, 0);
  let mass = "";
  let dark = "";
  let light = "";
  for (const [x, y] of centres) {
    const radius = size * (0.8 + 0.45 * random());
    mass += `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(radius * 2)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-radius * 2)} 0`;
    const arc = (share: number, from: number, sweep: number): string => {
      const r = radius * share;
      return (
        `M${decimal(x + r * Math.cos(from))} ${decimal(y + r * Math.sin(from))}` +
        `A${n(r)} ${n(r)} 0 0 1 ${decimal(x + r * Math.cos(from + sweep))} ${decimal(y + r * Math.sin(from + sweep))}`
      );
    };
    // Shade below each curl: it stands out as round, not as a scribble.
    dark += arc(0.88, 0.1 + random() * 0.9, 2.1);
    if (random() < 0.4) light += arc(0.62, litSide === 1 ? -1.9 : -2.9, 1.5);
  }
  const [glossX, glossY] = head.skullAt(litSide, 40, 0);
  const [shadeX] = head.skullAt(litSide === 1 ? -1 : 1, 80, 16);
  return (
    `<path d="${mass}" fill="${palette.hair}"/>` +
    `<g fill="none" stroke-linecap="round"><path d="${dark}" stroke="${mixColours(palette.hair, palette.hairDeep, 0.75)}" stroke-width="${decimal(size * 0.2)}" opacity="0.7"/>` +
    `<path d="${light}" stroke="${palette.hairLight}" stroke-width="${decimal(size * 0.13)}" opacity="0.55"/></g>` +
    `<g ${sheet.clip(mass)}>${sheet.spot([glossX, glossY], [70, 46], palette.hairLight, 0.3, litSide * 35)}${sheet.spot([shadeX, 10], [70, 190], palette.hairDeep, 0.75)}</g>`
  );
}
