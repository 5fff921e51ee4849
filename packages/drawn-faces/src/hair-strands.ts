import { mixColours } from "./colour.ts";
import type { Figure } from "./figure.ts";
import { strandAt, type HairHalf } from "./hair-curves.ts";
import type { Random } from "./seeded-random.ts";
import { decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** How strands move on their way down. */
export interface Wave {
  readonly depth: number;
  readonly length: number;
}

/** No wave at all. */
export const straight: Wave = { depth: 0, length: 60 };

/** The filled shape of one half of the hair. */
export function halfShape({ inner, outer }: HairHalf): string {
  return smoothPath([...inner, ...outer.toReversed()], true);
}

/** One half of the hair: its mass, its dark and light strands, its gloss. */
export function drawHalf(
  figure: Figure,
  half: HairHalf,
  random: Random,
  count: number,
  wave: Wave = straight,
): string {
  const { palette, sheet, litSide } = figure;
  const lit = half.side === litSide;
  const shape = halfShape(waved(half, wave));
  const fill = sheet.linear(
    [
      [0, lit ? mixColours(palette.hair, palette.hairLight, 0.5) : palette.hair],
      [0.35, palette.hair],
      [1, palette.hairDeep],
    ],
    [0.5, 0, 0.5, 1],
  );
  return `<path d="${shape}" fill="${fill}"/>` + drawStrands(figure, half, random, count, wave);
}

function drawStrands(figure: Figure, half: HairHalf, random: Random, count: number, wave: Wave): string {
  const { palette, litSide } = figure;
  const lit = half.side === litSide;
  const layers: Record<"deep" | "plain" | "light", string> = { deep: "", plain: "", light: "" };
  for (let index = 0; index < count; index += 1) {
    const share = ((index + random() * 0.8) / count) ** 0.92;
    const points = strandAt(half, share).map(([x, y], at): Point => [
      x + (at > 1 ? (random() - 0.5) * 4 : 0) + waveAt(wave, at, y, half.side),
      y,
    ]);
    const chance = random();
    const layer = chance < 0.38 ? "deep" : chance > (lit ? 0.66 : 0.84) ? "light" : "plain";
    layers[layer] += smoothPath(points, false);
  }
  const stroke = (path: string, colour: string, width: number, opacity: number): string =>
    path === ""
      ? ""
      : `<path d="${path}" stroke="${colour}" stroke-width="${decimal(width)}" opacity="${opacity}"/>`;
  return (
    `<g fill="none" stroke-linecap="round">` +
    stroke(layers.deep, palette.hairDeep, 2.6, 0.55) +
    stroke(layers.plain, palette.hair, 2.8, 0.7) +
    stroke(layers.light, palette.hairLight, 1.3, lit ? 0.6 : 0.4) +
    `</g>`
  );
}

/** The half with its edges moved by the wave. */
export function waved(half: HairHalf, wave: Wave): HairHalf {
  if (wave.depth === 0) return half;
  const move = (points: readonly Point[]): Point[] =>
    points.map(([x, y], at): Point => [x + waveAt(wave, at, y, half.side), y]);
  return { ...half, inner: move(half.inner), outer: move(half.outer) };
}

function waveAt({ depth, length }: Wave, at: number, y: number, side: number): number {
  return at < 2 || depth === 0 ? 0 : side * depth * Math.sin((y / length) * Math.PI) * Math.min(1, at / 4);
}
