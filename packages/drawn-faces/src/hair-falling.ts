import type { Hair } from "./draw-hair.ts";
import type { Figure } from "./figure.ts";
import { hairBack, partSide, strandChance } from "./hair-back.ts";
import { hairHalves, type HairFall } from "./hair-curves.ts";
import { drawHalf, straight, type Wave } from "./hair-strands.ts";
import type { Random } from "./seeded-random.ts";
import { blend, smoothPath } from "./svg-sheet.ts";

/** Hair that falls past the ears: bobs, long straight, long wavy, locs. */
export function fallingHair(figure: Figure): Hair {
  const { identity, palette, head } = figure;
  const { style, length } = identity.hair;
  const random = strandChance(figure);
  const isLong = style === "long-straight" || style === "long-wavy" || style === "locs";
  const end = isLong ? blend(196, 290, length) : blend(84, 122, length);
  const fall: HairFall = {
    part: style === "fringe-bob" ? 0 : partSide(identity) * (style === "long-straight" ? 6 : 22),
    volume: style === "long-wavy" ? 20 : style === "locs" ? 15 : 16,
    end,
    flare: isLong ? (style === "long-wavy" ? 12 : 0) : -8,
    cover: style === "fringe-bob" ? 0.9 : 0.5,
  };
  const wave: Wave = style === "long-wavy" ? { depth: 8, length: 62 } : straight;
  const halves = hairHalves(figure, fall);
  const count = style === "locs" ? 10 : style === "long-wavy" ? 20 : 30;
  const lean = -16 * head.sine;
  const width = Math.abs(head.skullEdge(1, -30, fall.volume) - lean) * 0.94;
  const curtain = smoothPath(
    [
      [lean - width, -20],
      [lean - width * 0.95, end * 0.5],
      [lean - width * 0.82, end - 8],
      [lean, end - 16],
      [lean + width * 0.82, end - 8],
      [lean + width * 0.95, end * 0.5],
      [lean + width, -20],
      [lean, -70],
    ],
    true,
  );
  const over =
    drawHalf(figure, halves[0], random, count, wave) +
    drawHalf(figure, halves[1], random, count, wave) +
    (style === "locs" ? locs(figure, halves, random) : "") +
    (style === "fringe-bob" ? fringe(figure, random) : "");
  return {
    behind: `${hairBack(figure, fall.volume, 40)}<path d="${curtain}" fill="${palette.hairDeep}"/>`,
    over,
    coversEars: true,
  };
}

/** Thick strands, each with its twist. */
function locs({ palette, sheet }: Figure, halves: ReturnType<typeof hairHalves>, random: Random): string {
  let thick = "";
  for (const { inner, outer } of halves) {
    for (let index = 0; index < 9; index += 1) {
      const share = (index + 0.4 + 0.3 * random()) / 9;
      const points = inner.map(([x, y], at): [number, number] => {
        const [outerX, outerY] = outer[at] ?? [x, y];
        return [
          blend(x, outerX, share) + (random() - 0.5) * 6,
          blend(y, outerY, share) + (at > 6 ? random() * 18 : 0),
        ];
      });
      thick += smoothPath(points, false);
    }
  }
  const id = sheet.path(thick);
  const { hair, hairDeep, hairLight } = palette;
  return (
    `<g fill="none" stroke-linecap="round"><use href="#${id}" stroke="${hairDeep}" stroke-width="12"/>` +
    `<use href="#${id}" stroke="${hair}" stroke-width="8.5"/>` +
    `<use href="#${id}" stroke="${hairDeep}" stroke-width="8" stroke-dasharray="2 7" opacity="0.55" stroke-linecap="butt"/>` +
    `<use href="#${id}" x="-2" stroke="${hairLight}" stroke-width="1.6" opacity="0.35"/></g>`
  );
}

/** Hair over the forehead down to the brows. */
function fringe({ head, palette, sheet, litSide }: Figure, random: Random): string {
  const bottom = -44;
  const shape = smoothPath(
    [
      head.project(0, head.hairlineY - 34, 56),
      head.project(-50, head.hairlineY - 10, 50),
      head.project(-76, bottom - 10, 24),
      head.project(-70, bottom + 10, 34),
      head.project(-38, bottom + 3, 62),
      head.project(0, bottom, 74),
      head.project(38, bottom + 3, 62),
      head.project(70, bottom + 10, 34),
      head.project(76, bottom - 10, 24),
      head.project(50, head.hairlineY - 10, 50),
    ],
    true,
  );
  let dark = "";
  let light = "";
  for (let index = 0; index < 44; index += 1) {
    const x = -70 + (index * 140) / 43 + (random() - 0.5) * 3;
    const depth = 74 - (x * x) / 95;
    const strand = smoothPath(
      [
        head.project(x * 0.35, head.hairlineY - 32, 58),
        head.project(x * 0.8, head.hairlineY + 12, depth),
        head.project(x, bottom + (random() - 0.5) * 9 + (x * x) / 520, depth),
      ],
      false,
    );
    if (random() < 0.3) light += strand;
    else dark += strand;
  }
  return (
    sheet.spot([head.project(0, bottom, 70)[0], bottom + 6], [80, 14], palette.skinDeep, 0.4) +
    `<path d="${shape}" fill="${palette.hair}"/><g fill="none" stroke-linecap="round">` +
    `<path d="${dark}" stroke="${palette.hairDeep}" stroke-width="1.8" opacity="0.5"/>` +
    `<path d="${light}" stroke="${palette.hairLight}" stroke-width="1.2" opacity="0.5"/></g><g ${sheet.clip(shape)}>` +
    sheet.spot(
      [litSide * 20 + head.project(0, 0, 66)[0], head.hairlineY + 18],
      [46, 13],
      palette.hairLight,
      0.4,
    ) +
    `</g>`
  );
}
