import type { Hair } from "./draw-hair.ts";
import type { Figure } from "./figure.ts";
import { hairBack, partSide, strandChance } from "./hair-back.ts";
import { hairHalves, type HairFall, type HairHalf } from "./hair-curves.ts";
import { drawHalf } from "./hair-strands.ts";
import type { HairStyle } from "./identity.ts";
import type { Random } from "./seeded-random.ts";
import { blend, smoothPath, type Point } from "./svg-sheet.ts";

const volumes: Partial<Record<HairStyle, number>> = {
  buzz: -3,
  "swept-back": 12,
  "side-part": 13,
  pixie: 14,
};

/** Hair that ends above the ears: buzz, crop, side parting, swept back, pixie. */
export function shortHair(figure: Figure): Hair {
  const { identity } = figure;
  const { style, length } = identity.hair;
  const parted = style === "side-part" || style === "pixie";
  const fall: HairFall = {
    part: parted ? partSide(identity) * 30 : 0,
    volume: (volumes[style] ?? 9) * (style === "buzz" ? 1 : blend(0.75, 1.3, length)),
    end: style === "pixie" ? 22 : style === "buzz" ? -6 : blend(2, 16, length) - identity.softness * 6,
    flare: 0,
    cover: style === "pixie" ? 1.3 : parted ? 0.35 : 0.15,
  };
  const halves = hairHalves(figure, fall);
  const random = strandChance(figure);
  const over = parted
    ? drawHalf(figure, halves[0], random, 28) + drawHalf(figure, halves[1], random, 28)
    : cap(figure, halves, random);
  return { behind: style === "buzz" ? "" : hairBack(figure, fall.volume), over, coversEars: false };
}

/** Hair without a parting: one mass, strands from the hairline up and back. */
function cap(figure: Figure, halves: readonly [HairHalf, HairHalf], random: Random): string {
  const { identity, palette, sheet, head, litSide } = figure;
  const [left, right] = halves;
  const buzz = identity.hair.style === "buzz";
  const outline = [
    ...left.inner.toReversed(),
    ...right.inner.slice(1),
    ...right.outer.toReversed(),
    ...left.outer.slice(1),
  ];
  const shape = smoothPath(outline, true);
  const fill = sheet.linear([
    [0, palette.hair],
    [0.5, palette.hair],
    [1, palette.hairDeep],
  ]);
  const [glossX, glossY] = head.skullAt(litSide, 34, 0);
  return (
    `<path d="${shape}" fill="${fill}" opacity="${buzz ? 0.74 : 1}" ${sheet.blur(buzz ? 1.6 : 0.8, 0.06)}/>` +
    `<g ${sheet.clip(shape)}>` +
    sheet.spot([glossX, glossY + 14], [56, 26], palette.hairLight, buzz ? 0.3 : 0.5, litSide * 30) +
    sheet.spot([head.skullAt(litSide === 1 ? -1 : 1, 70, 0)[0], -70], [40, 90], palette.hairDeep, 0.6) +
    `</g>${buzz ? "" : upward(figure, halves, random)}`
  );
}

function upward({ palette, identity, litSide }: Figure, halves: readonly HairHalf[], random: Random): string {
  const sweptBack = identity.hair.style === "swept-back";
  let dark = "";
  let light = "";
  for (const { inner, outer, side } of halves) {
    const count = 40;
    for (let index = 0; index < count; index += 1) {
      const along = (index / count) * (inner.length - 1);
      const at = Math.floor(along);
      const [innerFrom, innerTo, outerFrom, outerTo] = [inner[at], inner[at + 1], outer[at], outer[at + 1]];
      if (!innerFrom || !innerTo || !outerFrom || !outerTo) continue;
      const share = along - at;
      const root: Point = [
        blend(innerFrom[0], innerTo[0], share),
        blend(innerFrom[1], innerTo[1], share) + 3 - random() * (sweptBack ? 5 : 11),
      ];
      const end: Point = [blend(outerFrom[0], outerTo[0], share), blend(outerFrom[1], outerTo[1], share)];
      const reach = sweptBack ? 0.95 : 0.4 + 0.5 * random();
      const lean = sweptBack ? 0 : 12 * (random() - 0.3);
      const tip: Point = [blend(root[0], end[0], reach) + lean, blend(root[1], end[1], reach)];
      const bend: Point = [blend(root[0], tip[0], 0.5) + side * 4, blend(root[1], tip[1], 0.5) - 4];
      const strand = smoothPath([root, bend, tip], false);
      if (random() < (side === litSide ? 0.42 : 0.2)) light += strand;
      else dark += strand;
    }
  }
  return (
    `<g fill="none" stroke-linecap="round"><path d="${dark}" stroke="${palette.hairDeep}" stroke-width="1.9" opacity="0.5"/>` +
    `<path d="${light}" stroke="${palette.hairLight}" stroke-width="1.3" opacity="0.5"/></g>`
  );
}
