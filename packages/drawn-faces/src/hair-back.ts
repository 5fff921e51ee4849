import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import type { Identity } from "./identity.ts";
import { randomFrom, type Random } from "./seeded-random.ts";
import { smoothPath, type Point } from "./svg-sheet.ts";

/** The dark mass behind the head, as wide as the hair stands off; down to `bottom`, or closed at the nape. */
export function hairBack({ head, palette }: Figure, hair: number, bottom?: number): string {
  const volume = hair - 3;
  const half = (side: Side): Point[] =>
    [88, 70, 48, 24].map((degrees) => head.skullAt(side, degrees, volume));
  const nape = (side: Side): Point[] =>
    bottom === undefined
      ? [
          [side * 52 - 12 * head.sine, 50],
          [head.skullEdge(side, -10, 0) * 0.92, 0],
        ]
      : [[head.skullEdge(side, -20, volume) * 0.86, bottom]];
  const outline = [
    ...nape(-1),
    ...half(-1),
    head.skullAt(1, 0, volume),
    ...half(1).toReversed(),
    ...nape(1).toReversed(),
  ];
  return `<path d="${smoothPath(outline, true)}" fill="${palette.hairDeep}"/>`;
}

/** On which side a person parts their hair: the same in every picture. */
export function partSide({ key, hair }: Identity): Side {
  const chance = key === undefined ? hair.length : randomFrom(`part ${key}`)();
  return chance < 0.5 ? -1 : 1;
}

/** The chance that strands are drawn from: a person's own, and a little different in every picture. */
export function strandChance({ identity, scene }: Figure): Random {
  return randomFrom(`hair ${identity.key ?? "mixed"} ${scene.seed}`);
}
