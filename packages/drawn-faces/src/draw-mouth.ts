import { darker, lighter } from "./colour.ts";
import { faceMeasures } from "./face-measures.ts";
import type { Figure } from "./figure.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";

interface Mouth {
  readonly halfWidth: number;
  /** How far the corners stand above the middle. */
  readonly lift: number;
  /** Where the lips part in the middle, below the mouth's axis. */
  readonly middle: number;
  /** How far the lips are apart. */
  readonly gap: number;
  readonly upper: number;
  readonly lower: number;
  readonly bow: number;
  readonly y: number;
}

/** Lips, teeth and the folds a smile makes. */
export function drawMouth(figure: Figure): string {
  const mouth = mouthOf(figure);
  return folds(figure, mouth) + lips(figure, mouth);
}

function mouthOf({ identity, scene }: Figure): Mouth {
  const { lips: shape, softness } = identity;
  const { smile, mouthOpen } = scene;
  const fullness = blend(0.55, 1.4, shape.fullness) * blend(0.86, 1.1, softness);
  return {
    halfWidth: blend(21.5, 28.5, shape.width) + 10.5 * smile - 2.5 * mouthOpen * (1 - smile),
    lift: 10 * smile - 0.6,
    middle: 1 + 4.6 * smile,
    gap: Math.max(0, smile - 0.4) * 29 + mouthOpen * 15,
    upper: 9.4 * fullness * (1 - 0.28 * smile),
    lower: 13 * fullness * (1 - 0.2 * smile),
    bow: blend(0.4, 2.6, shape.bow) * (1 - 0.5 * smile),
    y: faceMeasures(identity).mouthY,
  };
}

function lips({ scene, palette, head, sheet, litSide }: Figure, mouth: Mouth): string {
  const { halfWidth: w, lift, middle, gap, upper, lower, bow, y } = mouth;
  const place = (x: number, down: number): Point => head.project(x, y + down, 92 - 15 * (x / 32) ** 2);
  const leftCorner = place(-w, -lift);
  const rightCorner = place(w, -lift);
  const inner = (x: number, drop: number): Point =>
    place(x * w, blend(-lift, middle + drop, 1 - Math.abs(x) ** 2.1));
  const shares = [-0.72, -0.42, 0, 0.42, 0.72];
  const upperInner = shares.map((x) => inner(x, 0));
  const lowerInner = shares.map((x) => inner(x, gap));
  const upperOuter = [
    place(-w * 0.6, -lift * 0.42 - upper * 0.55),
    place(-w * 0.22, middle - upper - bow * 0.45),
    place(0, middle - upper + bow),
    place(w * 0.22, middle - upper - bow * 0.45),
    place(w * 0.6, -lift * 0.42 - upper * 0.55),
  ];
  const lowerOuter = [-0.66, -0.34, 0, 0.34, 0.66].map((x) => {
    const [innerX, innerY] = inner(x, gap);
    const swell = lower * (1 - Math.abs(x) ** 2.6);
    return [innerX, innerY + swell] as const;
  });
  const upperLip = smoothPath([leftCorner, ...upperOuter, rightCorner, ...upperInner.toReversed()], true);
  const lowerLip = smoothPath([leftCorner, ...lowerInner, rightCorner, ...lowerOuter.toReversed()], true);
  const opening = smoothPath([leftCorner, ...upperInner, rightCorner, ...lowerInner.toReversed()], true);
  const seam = smoothPath([leftCorner, ...upperInner, rightCorner], false);
  const [middleX, middleY] = inner(0, gap);
  const upperFill = sheet.linear([
    [0, palette.lip],
    [1, darker(palette.lip, 0.34)],
  ]);
  const lowerFill = sheet.linear([
    [0, darker(palette.lip, 0.08)],
    [0.45, lighter(palette.lip, 0.1)],
    [1, darker(palette.lip, 0.14)],
  ]);
  return (
    sheet.spot([middleX, middleY + lower + 7], [w * 0.8, 9], palette.skinDeep, 0.32) +
    (gap > 0.5 ? teeth({ sheet, scene }, opening, place, mouth) : "") +
    `<path d="${lowerLip}" fill="${lowerFill}"/><path d="${upperLip}" fill="${upperFill}"/>` +
    `<path d="${seam}" fill="none" stroke="${palette.lipDeep}" stroke-width="${gap > 0.5 ? 1.1 : 1.9}" stroke-linecap="round" opacity="0.9"/>` +
    sheet.spot(
      [middleX + litSide * w * 0.16, middleY + lower * 0.5],
      [w * 0.42, lower * 0.3],
      "#ffffff",
      0.2,
    ) +
    sheet.spot([leftCorner[0], leftCorner[1]], [6, 5], palette.skinDeep, 0.4 + 0.2 * scene.smile) +
    sheet.spot([rightCorner[0], rightCorner[1]], [6, 5], palette.skinDeep, 0.4 + 0.2 * scene.smile)
  );
}

function teeth(
  { sheet, scene }: Pick<Figure, "sheet" | "scene">,
  opening: string,
  place: (x: number, down: number) => Point,
  { halfWidth: w, lift, middle, gap }: Mouth,
): string {
  const share = blend(0.62, 0.95, scene.smile);
  const edge = (x: number): Point => place(x * w, blend(-lift, middle + gap * share, 1 - Math.abs(x) ** 2.4));
  const row = smoothPath(
    [
      place(-w, -lift - 6),
      place(0, -lift - 16),
      place(w, -lift - 6),
      edge(0.6),
      edge(0.3),
      edge(0),
      edge(-0.3),
      edge(-0.6),
    ],
    true,
  );
  const seams = [-0.36, -0.18, 0, 0.18, 0.36]
    .map((x) => {
      const [left, top] = place(x * w, middle - 2);
      const [, bottom] = edge(x);
      return `M${decimal(left)} ${decimal(top)}V${decimal(bottom - 1)}`;
    })
    .join("");
  return (
    `<g ${sheet.clip(opening)}><path d="${opening}" fill="#421a18"/>` +
    `<path d="${row}" fill="#ece4d8"/><path d="${seams}" stroke="#b8a79a" stroke-width="0.8" opacity="0.4"/>` +
    sheet.spot(place(-w, 0), [w * 0.5, 14], "#3a1714", 0.65) +
    sheet.spot(place(w, 0), [w * 0.5, 14], "#3a1714", 0.65) +
    `</g>`
  );
}

function folds({ identity, scene, palette, head, sheet }: Figure, { halfWidth: w, lift, y }: Mouth): string {
  const strength = 0.06 + 0.26 * scene.smile + 0.4 * Math.max(0, identity.age - 0.3);
  const fold = (side: -1 | 1): string =>
    smoothPath(
      [
        head.project(side * 20, 46, 80),
        head.project(side * (w + 4.5), 61 - lift * 0.25, 76),
        head.project(side * (w + 8), y - lift - 5, 70),
      ],
      false,
    );
  const width = 2.4 + 1.8 * scene.smile;
  return `<path d="${fold(-1)}${fold(1)}" fill="none" stroke="${palette.skinShade}" stroke-width="${decimal(width)}" stroke-linecap="round" opacity="${decimal(Math.min(0.7, strength), 2)}" ${sheet.blur(1.8)}/>`;
}
