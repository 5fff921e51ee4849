import type { Hair } from "./draw-hair.ts";
import type { Figure } from "./figure.ts";
import { hairBack, partSide, strandChance } from "./hair-back.ts";
import { hairHalves, type HairFall } from "./hair-curves.ts";
import { drawHalf } from "./hair-strands.ts";
import type { Random } from "./seeded-random.ts";
import { blend, decimal, smoothPath } from "./svg-sheet.ts";

/** Hair drawn back into a bun or a tail. */
export function gatheredHair(figure: Figure): Hair {
  const { identity } = figure;
  const random = strandChance(figure);
  const fall: HairFall = { part: partSide(identity) * 12, volume: 9, end: 4, flare: 0, cover: 0.3 };
  const halves = hairHalves(figure, fall);
  const knot = identity.hair.style === "bun" ? bun(figure, random) : tail(figure, random);
  return {
    behind: knot + hairBack(figure, fall.volume),
    over: drawHalf(figure, halves[0], random, 26) + drawHalf(figure, halves[1], random, 26),
    coversEars: false,
  };
}

function bun({ head, palette, sheet, litSide }: Figure, random: Random): string {
  const x = -24 * head.sine;
  const shape = smoothPath(
    [
      [x - 40, -160],
      [x - 32, -190],
      [x + 2, -203],
      [x + 36, -188],
      [x + 41, -158],
      [x, -138],
    ],
    true,
  );
  let turns = "";
  for (let index = 0; index < 9; index += 1) {
    const rise = -152 - index * 4.6 + random() * 3;
    const half = 36 - Math.abs(index - 2) * 2.6;
    turns += `M${decimal(x - half)} ${decimal(rise)}Q${decimal(x + (random() - 0.5) * 16)} ${decimal(rise - 15)} ${decimal(x + half)} ${decimal(rise + 3)}`;
  }
  return (
    `<path d="${shape}" fill="${palette.hair}"/><path d="${turns}" fill="none" stroke="${palette.hairDeep}" stroke-width="2" opacity="0.55"/>` +
    `<g ${sheet.clip(shape)}>${sheet.spot([x + litSide * 14, -184], [24, 14], palette.hairLight, 0.5)}${sheet.spot([x - litSide * 30, -160], [30, 34], palette.hairDeep, 0.7)}</g>`
  );
}

function tail({ head, palette, identity }: Figure, random: Random): string {
  const side = head.sine === 0 ? partSide(identity) : -Math.sign(head.sine);
  const long = blend(150, 250, identity.hair.length);
  const at = (out: number, y: number): [number, number] => [side * out - 14 * head.sine, y];
  const shape = smoothPath(
    [at(40, -96), at(98, -64), at(122, 10), at(112, 90), at(92, long), at(72, 96), at(66, 10)],
    true,
  );
  let strands = "";
  for (let index = 0; index < 15; index += 1) {
    const share = index / 14 + (random() - 0.5) * 0.06;
    strands += smoothPath(
      [
        at(58, -84),
        at(blend(74, 116, share), 8),
        at(blend(76, 108, share), 92),
        at(92, long - 50 * Math.abs(share - 0.5)),
      ],
      false,
    );
  }
  return `<path d="${shape}" fill="${palette.hair}"/><path d="${strands}" fill="none" stroke="${palette.hairDeep}" stroke-width="2" opacity="0.55"/>`;
}
