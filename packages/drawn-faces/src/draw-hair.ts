import { drawCurls } from "./draw-curls.ts";
import type { Figure } from "./figure.ts";
import { hairHalves, type HairFall } from "./hair-curves.ts";
import { drawHalf, straight, type Wave } from "./hair-strands.ts";
import type { Side } from "./head-shape.ts";
import type { HairStyle } from "./identity.ts";
import { randomFrom } from "./seeded-random.ts";
import { blend, smoothPath, type Point } from "./svg-sheet.ts";

/** The hair in two layers: what lies behind the neck and shoulders, and what lies over the face. */
export interface Hair {
  readonly behind: string;
  readonly over: string;
  /** Whether it covers the ears. */
  readonly coversEars: boolean;
}

type Kind = "none" | "cap" | "fall" | "curls" | "gathered";

const kinds: Readonly<Record<HairStyle, Kind>> = {
  bald: "none",
  buzz: "cap",
  "short-crop": "cap",
  "side-part": "cap",
  "swept-back": "cap",
  "short-curls": "curls",
  afro: "curls",
  pixie: "cap",
  bob: "fall",
  "fringe-bob": "fall",
  "long-straight": "fall",
  "long-wavy": "fall",
  "long-curls": "curls",
  bun: "gathered",
  ponytail: "gathered",
  locs: "fall",
};

/** Draws the hair of a figure. */
export function drawHair(figure: Figure): Hair {
  const { style } = figure.identity.hair;
  switch (kinds[style]) {
    case "none":
      return { behind: "", over: "", coversEars: false };
    case "cap":
      return { behind: back(figure, capFall(figure), 0), over: cap(figure), coversEars: false };
    case "fall":
      return fallen(figure);
    case "curls":
      return curled(figure);
    case "gathered":
      return gathered(figure);
  }
}

function randomOf({ identity, scene }: Figure, part: string): ReturnType<typeof randomFrom> {
  return randomFrom(`${part} ${identity.key ?? "mixed"} ${scene.seed}`);
}

function capFall({ identity: { hair, softness } }: Figure): HairFall {
  const volume: Partial<Record<HairStyle, number>> = {
    buzz: 1,
    "swept-back": 11,
    "side-part": 12,
    pixie: 13,
  };
  return {
    part: hair.style === "side-part" || hair.style === "pixie" ? -26 : 0,
    volume: (volume[hair.style] ?? 8) * blend(0.8, 1.25, hair.length),
    end: hair.style === "pixie" ? 20 : hair.style === "buzz" ? -8 : blend(4, 14, hair.length) - softness * 6,
    flare: 0,
    cover: hair.style === "pixie" ? 1.5 : 0.1,
  };
}

/** The dark mass behind the head, as wide as the hair stands off. */
function back({ head, palette }: Figure, fall: HairFall, bottom: number): string {
  const heights = [-20, -70, -110, -136];
  const half = (side: Side): Point[] => heights.map((y) => [head.skullEdge(side, y, fall.volume), y]);
  const wide = (side: Side): Point => [head.skullEdge(side, -20, fall.volume) * 0.96, Math.max(10, bottom)];
  const top: Point = [-16 * head.sine, head.crownY - fall.volume];
  return `<path d="${smoothPath([wide(-1), ...half(-1), top, ...half(1).toReversed(), wide(1)], true)}" fill="${palette.hairDeep}"/>`;
}

function cap(figure: Figure): string {
  const { identity, palette, sheet, head, litSide } = figure;
  const { style } = identity.hair;
  const random = randomOf(figure, "cap");
  const fall = capFall(figure);
  const halves = hairHalves(figure, fall);
  if (style === "buzz" || style === "short-crop" || style === "swept-back") {
    const [left, right] = halves;
    const shape = smoothPath(
      [
        ...left.inner.toReversed(),
        ...right.inner.slice(1),
        ...right.outer.toReversed(),
        ...left.outer.slice(1),
      ],
      true,
    );
    const gloss = sheet.spot([litSide * 34 - 16 * head.sine, -122], [52, 26], palette.hairLight, 0.55);
    const fill = sheet.linear([
      [0, palette.hair],
      [1, palette.hairDeep],
    ]);
    const mass = `<path d="${shape}" fill="${fill}" opacity="${style === "buzz" ? 0.88 : 1}" ${sheet.blur(style === "buzz" ? 1.6 : 0.6)}/>`;
    return (
      mass + `<g ${sheet.clip(shape)}>${gloss}</g>` + (style === "buzz" ? "" : upward(figure, halves, random))
    );
  }
  return drawHalf(figure, halves[0], random, 26) + drawHalf(figure, halves[1], random, 30);
}

/** Strands that run from the hairline up and back. */
function upward(figure: Figure, halves: ReturnType<typeof hairHalves>, random: () => number): string {
  const { palette, identity, litSide } = figure;
  const back = identity.hair.style === "swept-back";
  let dark = "";
  let light = "";
  for (const { inner, outer, side } of halves) {
    for (let index = 0; index < 34; index += 1) {
      const along = (index / 33) * (inner.length - 1.2);
      const at = Math.floor(along);
      const share = along - at;
      const [a, b, c, d] = [inner[at], inner[at + 1], outer[at], outer[at + 1]];
      if (!a || !b || !c || !d) continue;
      const root: Point = [blend(a[0], b[0], share), blend(a[1], b[1], share) + 2 - random() * 5];
      const end: Point = [blend(c[0], d[0], share), blend(c[1], d[1], share)];
      const reach = back ? 0.96 : 0.45 + 0.45 * random();
      const lean = back ? 0 : 9 * (random() - 0.35);
      const tip: Point = [blend(root[0], end[0], reach) + lean, blend(root[1], end[1], reach)];
      const bend: Point = [blend(root[0], tip[0], 0.5) + side * 3, blend(root[1], tip[1], 0.5) - 3];
      const strand = smoothPath([root, bend, tip], false);
      if (random() < (side === litSide ? 0.42 : 0.2)) light += strand;
      else dark += strand;
    }
  }
  return (
    `<g fill="none" stroke-linecap="round"><path d="${dark}" stroke="${palette.hairDeep}" stroke-width="2.4" opacity="0.6"/>` +
    `<path d="${light}" stroke="${palette.hairLight}" stroke-width="1.4" opacity="0.55"/></g>`
  );
}

function fallen(figure: Figure): Hair {
  const { identity, palette, head, sheet } = figure;
  const { style, length } = identity.hair;
  const random = randomOf(figure, "fall");
  const isLong = style.startsWith("long") || style === "locs";
  const end = isLong ? blend(205, 300, length) : blend(82, 124, length);
  const fall: HairFall = {
    part: style === "fringe-bob" ? 0 : style === "long-straight" ? -3 : -18,
    volume: style === "long-wavy" ? 22 : style === "locs" ? 16 : 17,
    end,
    flare: isLong ? 2 : -10,
    cover: style === "fringe-bob" ? 1 : 0.45,
  };
  const wave: Wave = style === "long-wavy" ? { depth: 9, length: 74 } : straight;
  const halves = hairHalves(figure, fall);
  const count = style === "locs" ? 16 : 34;
  const width = Math.abs(head.skullEdge(1, -30, fall.volume));
  const behind =
    back(figure, fall, 40) +
    `<path d="${smoothPath(
      [
        [-width, -10],
        [-width - 2, end * 0.5],
        [-width * 0.86, end],
        [0, end + (isLong ? 10 : -6)],
        [width * 0.86, end],
        [width + 2, end * 0.5],
        [width, -10],
        [0, -60],
      ],
      true,
    )}" fill="${palette.hairDeep}"/>`;
  const gloss = sheet.spot(
    [figure.litSide * 48 - 16 * head.sine, -104],
    [50, 20],
    palette.hairLight,
    0.34,
    figure.litSide * 24,
  );
  const over =
    drawHalf(figure, halves[0], random, count, wave) +
    drawHalf(figure, halves[1], random, count, wave) +
    gloss +
    (style === "fringe-bob" ? fringe(figure, random) : "");
  return { behind, over, coversEars: true };
}

/** Hair over the forehead down to the brows. */
function fringe({ head, palette, sheet, litSide }: Figure, random: () => number): string {
  const bottom = -42;
  const shape = smoothPath(
    [
      head.project(0, head.hairlineY - 24, 60),
      head.project(-58, head.hairlineY + 4, 52),
      head.project(-72, bottom + 8, 30),
      head.project(-40, bottom + 2, 62),
      head.project(0, bottom - 2, 74),
      head.project(40, bottom + 2, 62),
      head.project(72, bottom + 8, 30),
      head.project(58, head.hairlineY + 4, 52),
    ],
    true,
  );
  let strands = "";
  for (let index = 0; index < 38; index += 1) {
    const x = -66 + (index * 132) / 37 + (random() - 0.5) * 3;
    const depth = 74 - (x * x) / 90;
    strands += smoothPath(
      [
        head.project(x * 0.5, head.hairlineY - 20, 60),
        head.project(x * 0.85, head.hairlineY + 20, depth),
        head.project(x, bottom + (random() - 0.5) * 8 + (x * x) / 700, depth),
      ],
      false,
    );
  }
  return (
    `<path d="${shape}" fill="${palette.hair}"/><path d="${strands}" fill="none" stroke="${palette.hairDeep}" stroke-width="2" stroke-linecap="round" opacity="0.5"/>` +
    sheet.spot(
      [litSide * 22 + head.project(0, 0, 66)[0], head.hairlineY + 14],
      [40, 14],
      palette.hairLight,
      0.4,
    )
  );
}

function curled(figure: Figure): Hair {
  const { identity, head, scene } = figure;
  const { style, length } = identity.hair;
  const random = randomFrom(`curls ${identity.key ?? "mixed"} ${scene.seed}`);
  const volume =
    style === "afro"
      ? blend(34, 62, length)
      : style === "long-curls"
        ? blend(24, 34, length)
        : blend(12, 20, length);
  const end = style === "long-curls" ? blend(150, 250, length) : style === "afro" ? blend(24, 60, length) : 4;
  const size = style === "short-curls" ? 13 : style === "afro" ? 12 : 16;
  const fall: HairFall = { part: 0, volume: volume * 0.8, end: 0, flare: 0, cover: 0.2 };
  const over: Point[] = [];
  const behind: Point[] = [];
  const sides: Side[] = [-1, 1];
  for (const side of sides) {
    for (let y = -128; y <= 8; y += size * 0.9) {
      const outer = head.skullEdge(side, y, volume);
      const inner = y < head.hairlineY + 8 ? 0 : head.faceEdge(side, y) + side * (y > -60 ? size * 0.5 : -4);
      for (let x = Math.abs(inner); x < Math.abs(outer); x += size * 0.95)
        over.push([side * x + jitter(random, size), y + jitter(random, size)]);
    }
    for (let y = 6; y < end; y += size * 0.95) {
      const outer = head.skullEdge(side, -20, volume) * (1 + Math.min(0.16, y / 900));
      for (
        let x = head.faceEdge(side, Math.min(60, y)) + side * size * 0.4;
        side * x < side * outer;
        x += side * size * 1.05
      ) {
        (y < 150 ? over : behind).push([x + jitter(random, size), y + jitter(random, size)]);
      }
    }
  }
  for (let x = -64; x <= 64; x += size * 0.9) {
    const [hairlineX] = head.project(x, head.hairlineY, 64);
    over.push([hairlineX, head.hairlineY - 6 + (x * x) / 170 + jitter(random, size * 0.6)]);
    for (let y = -120; y > head.crownY - volume + size; y -= size)
      over.push([-16 * head.sine + x * 0.8 + jitter(random, size), y + jitter(random, size)]);
  }
  return {
    behind:
      back(figure, fall, Math.min(40, end)) +
      (behind.length > 0 ? drawCurls(figure, random, behind, size) : ""),
    over: drawCurls(figure, random, over, size),
    coversEars: style !== "short-curls",
  };
}

function jitter(random: () => number, size: number): number {
  return (random() - 0.5) * size * 0.7;
}

/** Hair drawn back into a bun or a tail. */
function gathered(figure: Figure): Hair {
  const { identity, palette, head, sheet, litSide } = figure;
  const random = randomOf(figure, "gathered");
  const fall: HairFall = { part: -8, volume: 7, end: 0, flare: 0, cover: 0.15 };
  const halves = hairHalves(figure, fall);
  const turned = -16 * head.sine;
  const knot =
    identity.hair.style === "bun"
      ? `<path d="${smoothPath(
          [
            [turned - 40, -158],
            [turned - 30, -192],
            [turned + 4, -202],
            [turned + 36, -188],
            [turned + 42, -156],
            [turned, -140],
          ],
          true,
        )}" fill="${palette.hairDeep}"/>` +
        `<path d="M${turned - 32} -166q30 -36 64 -6M${turned - 34} -156q34 -30 68 2M${turned - 22} -184q24 -16 44 4" fill="none" stroke="${palette.hairLight}" stroke-width="1.6" opacity="0.55"/>`
      : tail(figure, random);
  return {
    behind: knot + back(figure, fall, 20),
    over:
      drawHalf(figure, halves[0], random, 24) +
      drawHalf(figure, halves[1], random, 24) +
      sheet.spot([litSide * 36 + turned, -118], [44, 18], palette.hairLight, 0.4, litSide * 18),
    coversEars: false,
  };
}

function tail({ head, palette }: Figure, random: () => number): string {
  const x = -Math.sign(head.sine || 1) * 78;
  const shape = smoothPath(
    [
      [x * 0.4, -110],
      [x * 1.2, -70],
      [x * 1.5, 30],
      [x * 1.25, 150],
      [x * 0.95, 250],
      [x * 0.7, 140],
      [x * 0.75, 0],
    ],
    true,
  );
  let strands = "";
  for (let index = 0; index < 14; index += 1) {
    const share = index / 13 + (random() - 0.5) * 0.06;
    strands += smoothPath(
      [
        [x * 0.6, -100],
        [blend(x * 0.85, x * 1.4, share), -20],
        [blend(x * 0.75, x * 1.4, share), 100],
        [x * 0.96, 236 - 40 * Math.abs(share - 0.5)],
      ],
      false,
    );
  }
  return `<path d="${shape}" fill="${palette.hair}"/><path d="${strands}" fill="none" stroke="${palette.hairDeep}" stroke-width="2.4" opacity="0.6"/>`;
}
