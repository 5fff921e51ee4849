import type { Hair } from "./draw-hair.ts";
import type { Figure } from "./figure.ts";
import { hairBack, partSide, strandChance } from "./hair-back.ts";
import { hairHalves, type HairFall, type HairHalf } from "./hair-curves.ts";
import { drawHalf } from "./hair-strands.ts";
import type { HairStyle } from "./identity.ts";
import type { Random } from "./seeded-random.ts";
import { between, blend, smoothPath, type Point } from "./svg-sheet.ts";

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
    `<path d="${shape}" fill="${fill}" opacity="${buzz ? 0.74 : 1}" ${buzz ? sheet.blur(1.6, 0.06) : ""}/>` +
    `<g ${sheet.clip(shape)}>` +
    sheet.spot([glossX, glossY + 14], [56, 26], palette.hairLight, buzz ? 0.3 : 0.5, litSide * 30) +
    sheet.spot([head.skullAt(litSide === 1 ? -1 : 1, 70, 0)[0], -70], [40, 90], palette.hairDeep, 0.6) +
    `</g>${buzz ? "" : upward(figure, halves, random)}`
  );
}

function upward({ palette, identity, litSide }: Figure, halves: readonly HairHalf[], random: Random): string {
  const sweptBack = identity.hair.style === "swept-back";
  const sweep = -partSide(identity);
  const layers = { deep: "", light: "" };
  for (const { inner, outer, side } of halves) {
    const count = 62;
    for (let index = 0; index < count; index += 1) {
      const along = (index / count) * (inner.length - 1.02);
      const at = Math.floor(along);
      const [innerFrom, innerTo, outerFrom, outerTo] = [inner[at], inner[at + 1], outer[at], outer[at + 1]];
      if (!innerFrom || !innerTo || !outerFrom || !outerTo) continue;
      const hairline = between(innerFrom, innerTo, along - at);
      const rim = between(outerFrom, outerTo, along - at);
      const rooted = sweptBack ? 0.04 * random() : 0.62 * random();
      const [rootX, rootY] = between(hairline, rim, rooted);
      const reach = sweptBack ? 0.9 : Math.min(0.96, rooted + 0.3 + 0.2 * random());
      const [endX, endY] = between(hairline, rim, reach);
      // A crop is combed to one side: its strands lean, more so on the forehead than at the temples.
      const lean = sweptBack ? 0 : sweep * 17 * (1 - along / inner.length) ** 2;
      const root: Point = [rootX, rootY + (sweptBack ? 1 : 2)];
      const tip: Point = [endX + lean, endY];
      const bend: Point = [
        blend(root[0], tip[0], 0.5) + lean * 0.2 + side * 2,
        blend(root[1], tip[1], 0.5) - 2,
      ];
      layers[random() < (side === litSide ? 0.4 : 0.2) ? "light" : "deep"] += smoothPath(
        [root, bend, tip],
        false,
      );
    }
  }
  return (
    `<g fill="none" stroke-linecap="round"><path d="${layers.deep}" stroke="${palette.hairDeep}" stroke-width="1.5" opacity="0.42"/>` +
    `<path d="${layers.light}" stroke="${palette.hairLight}" stroke-width="1.1" opacity="0.5"/></g>`
  );
}
