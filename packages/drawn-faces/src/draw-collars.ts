import { darker, lighter, mixColours, type Colour } from "./colour.ts";
import { collarY, type Cloth } from "./cloth.ts";
import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { decimal, straightPath, type Point } from "./svg-sheet.ts";

/** A shirt's open collar with its placket and buttons. */
export function openCollar({ litSide, sheet }: Figure, { colour, deep, light, neck }: Cloth): string {
  const foot = collarY + 114;
  const wing = (side: Side): string => {
    const path = straightPath(
      [
        [side * (neck - 4), collarY - 22],
        [side * (neck + 15), collarY + 6],
        [side * (neck + 33), collarY + 62],
        [side * 37, collarY + 92],
        [side * 1, foot + 4],
        [side * (neck * 0.7), collarY + 44],
      ],
      true,
    );
    const fill = side === litSide ? mixColours(colour, light, 0.7) : mixColours(colour, deep, 0.2);
    return (
      sheet.spot([side * 44, collarY + 86], [44, 26], deep, 0.45, side * -30) +
      `<path d="${path}" fill="${fill}" stroke="${fill}" stroke-width="3" stroke-linejoin="round"/>` +
      `<path d="${path}" fill="none" stroke="${deep}" stroke-width="1" opacity="0.35"/>`
    );
  };
  const buttons = [54, 136, 218, 300, 382].map((y) => `<circle cx="8" cy="${foot + y}" r="4"/>`).join("");
  return (
    `<path d="M0 ${foot + 6}V1080" stroke="${deep}" stroke-width="1.8" opacity="0.55"/>` +
    `<path d="M17 ${foot + 10}V1080" stroke="${deep}" stroke-width="1.2" opacity="0.3"/>` +
    `<g fill="${mixColours(deep, "#efe6d8", 0.4)}">${buttons}</g>${wing(-1)}${wing(1)}`
  );
}

/** What a jacket shows at its front. */
export interface JacketFront {
  readonly inner: Colour;
  readonly tie: boolean;
  /** Size of the lapels. */
  readonly scale: number;
}

/** A jacket's lapels over what is worn beneath it. */
export function lapels(figure: Figure, cloth: Cloth, { inner, tie, scale }: JacketFront): string {
  const { litSide } = figure;
  const { colour, deep, light, neck } = cloth;
  const foot = collarY + 122 + 180 * Math.min(1.15, scale);
  const lapel = (side: Side): string => {
    const wide = side * scale;
    const points: Point[] = [
      [side * (neck - 1), collarY - 16],
      [side * (neck + 16), collarY + 8],
      [side * (neck + 6) + wide * 42, collarY + 92],
      [side * (neck - 10) + wide * 30, collarY + 106],
      [side * (neck - 6) + wide * 38, collarY + 128],
      [side * 10, foot + 8],
      [side * 4, foot - 4],
      [side * (neck * 0.62 + 6), collarY + 110],
    ];
    const path = straightPath(points, true);
    const fill = side === litSide ? mixColours(colour, light, 0.75) : mixColours(colour, deep, 0.26);
    return (
      `<path d="${path}" fill="${deep}" opacity="0.3" transform="translate(${side * 4} 6)"/>` +
      `<path d="${path}" fill="${fill}" stroke="${fill}" stroke-width="2.5" stroke-linejoin="round"/>` +
      `<path d="${straightPath(points.slice(2, 5), false)}" fill="none" stroke="${deep}" stroke-width="1.4" opacity="0.6"/>`
    );
  };
  const buttons = [30, 118].map((y) => `<circle cx="7" cy="${decimal(foot + y)}" r="5.6"/>`).join("");
  return (
    beneath(figure, neck, foot, inner, tie, colour) +
    lapel(-1) +
    lapel(1) +
    `<path d="M${litSide * 6} ${decimal(foot + 4)}V1080" stroke="${deep}" stroke-width="2.6" opacity="0.75"/><g fill="${deep}">${buttons}</g>`
  );
}

function beneath(
  { sheet, litSide }: Figure,
  neck: number,
  foot: number,
  inner: Colour,
  tie: boolean,
  outer: Colour,
): string {
  const shade = darker(inner, 0.42);
  const half = decimal(neck + 20);
  const n = decimal;
  const roundEdge = `M${n(-neck - 2)} ${collarY - 2}C${n(-neck * 0.7)} ${collarY + 52} ${n(neck * 0.7)} ${collarY + 52} ${n(neck + 2)} ${collarY - 2}`;
  const opening = tie
    ? `M${n(-neck + 2)} ${collarY - 12}L0 ${collarY + 52}L${n(neck - 2)} ${collarY - 12}`
    : roundEdge;
  const front = `${opening}L${half} ${collarY + 60}L14 ${n(foot)}H-14L-${half} ${collarY + 60}Z`;
  const wings = (side: Side): string =>
    `<path d="M${n(side * (neck - 4))} ${collarY - 26}L${n(side * (neck + 14))} ${collarY + 18}L${n(side * 25)} ${collarY + 70}L0 ${collarY + 50}Z" fill="${lighter(inner, 0.35)}" stroke="${shade}" stroke-width="1" stroke-opacity="0.5"/>`;
  const tieColour = mixColours(outer, "#7a2f2a", 0.6);
  const knot =
    `<path d="M-12 ${collarY + 48}H12L16 ${collarY + 70}L8 ${collarY + 80}L20 ${n(foot)}H-20L-8 ${collarY + 80}L-16 ${collarY + 70}Z" fill="${tieColour}"/>` +
    `<path d="M-8 ${collarY + 80}H8" stroke="${darker(tieColour, 0.5)}" stroke-width="2.4"/>` +
    sheet.spot([-litSide * 9, collarY + 150], [10, 80], darker(tieColour, 0.6), 0.6);
  return (
    `<path d="${front}" fill="${inner}"/><g ${sheet.clip(front)}>` +
    sheet.spot([-litSide * 46, collarY + 130], [62, 190], shade, 0.6) +
    sheet.spot([0, collarY + 20], [80, 36], shade, 0.4) +
    `</g>` +
    (tie
      ? wings(-1) + wings(1) + knot
      : `<path d="${roundEdge}" fill="none" stroke="${shade}" stroke-width="5" opacity="0.35"/>`)
  );
}
