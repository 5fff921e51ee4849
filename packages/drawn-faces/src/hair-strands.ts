import { mixColours } from "./colour.ts";
import type { Figure } from "./figure.ts";
import { strandAt, type HairHalf } from "./hair-curves.ts";
import type { Random } from "./seeded-random.ts";
import { between, decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** How strands move on their way down. */
export interface Wave {
  readonly depth: number;
  readonly length: number;
}

/** No wave at all. */
export const straight: Wave = { depth: 0, length: 60 };

/** One half of the hair: its mass, its dark and light strands, its gloss. */
export function drawHalf(
  figure: Figure,
  half: HairHalf,
  random: Random,
  count: number,
  wave: Wave = straight,
): string {
  const { palette, sheet, litSide, head } = figure;
  const lit = half.side === litSide;
  const { inner, outer } = waved(half, wave);
  const shape = smoothPath([...inner, ...outer.toReversed()], true);
  const fill = sheet.linear(
    [
      [0, lit ? mixColours(palette.hair, palette.hairLight, 0.35) : palette.hair],
      [0.4, lit ? palette.hair : mixColours(palette.hair, palette.hairDeep, 0.3)],
      [1, palette.hairDeep],
    ],
    [0.5, 0, 0.5, 1],
  );
  const [glossX, glossY] = head.skullAt(half.side, 36, 0);
  const [partX, partY] = inner[0] ?? [0, 0];
  return (
    `<path d="${shape}" fill="${fill}"/>` +
    drawStrands(figure, half, random, count, wave) +
    `<g ${sheet.clip(shape)}>` +
    sheet.spot([glossX, glossY + 12], [46, 17], palette.hairLight, lit ? 0.5 : 0.22, half.side * 32) +
    sheet.spot([partX, partY - 22], [9, 40], palette.hairDeep, 0.5) +
    `</g>`
  );
}

function drawStrands(figure: Figure, half: HairHalf, random: Random, count: number, wave: Wave): string {
  const { palette, litSide } = figure;
  const lit = half.side === litSide;
  const layers: Record<"deep" | "plain" | "light", string> = { deep: "", plain: "", light: "" };
  for (let index = 0; index < count; index += 1) {
    const share = ((index + random() * 0.9) / count) ** 0.94;
    const points = wave.depth === 0 ? strandAt(half, share) : refined(strandAt(half, share));
    const ragged = points.length > 6 && half.outer.length > 6 ? (random() - 0.4) * 14 : 0;
    const drawn = points.map(([x, y], at): Point => [
      x + (at > 1 ? (random() - 0.5) * 3 : 0) + waveAt(wave, at, y, half.side),
      at === points.length - 1 ? y + ragged : y,
    ]);
    const chance = random();
    const layer = chance < 0.34 ? "deep" : chance > (lit ? 0.68 : 0.84) ? "light" : "plain";
    layers[layer] += smoothPath(drawn, false);
  }
  const stroke = (path: string, colour: string, width: number, opacity: number): string =>
    path === ""
      ? ""
      : `<path d="${path}" stroke="${colour}" stroke-width="${decimal(width)}" opacity="${opacity}"/>`;
  return (
    `<g fill="none" stroke-linecap="round">` +
    stroke(layers.plain, palette.hair, 2.6, 0.6) +
    stroke(layers.deep, palette.hairDeep, 1.7, 0.5) +
    stroke(layers.light, palette.hairLight, 1.1, lit ? 0.55 : 0.35) +
    `</g>`
  );
}

/** One more point in every stretch, so that a wave has something to move. */
function refined(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const next = points[at + 1];
    return next === undefined ? [point] : [point, between(point, next, 1 / 2)];
  });
}

/** The half with its edges moved by the wave. */
function waved(half: HairHalf, wave: Wave): HairHalf {
  if (wave.depth === 0) return half;
  const move = (points: readonly Point[]): Point[] =>
    refined(points).map(([x, y], at): Point => [x + waveAt(wave, at, y, half.side), y]);
  return { ...half, inner: move(half.inner), outer: move(half.outer) };
}

function waveAt({ depth, length }: Wave, at: number, y: number, side: number): number {
  if (depth === 0 || at < 7) return 0;
  return side * depth * Math.sin((y / length) * Math.PI) * Math.min(1, (at - 6) / 4);
}
