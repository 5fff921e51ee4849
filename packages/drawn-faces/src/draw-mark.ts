import { darker, lighter, lumaOf, mixColours, type Colour } from "./colour.ts";
import { encodeIdentityMark, markLayout } from "./mark-code.ts";
import { decimal } from "./svg-sheet.ts";

/** How far a cell stands off its ground, in luma (0 to 1): seen when looked for, kept by JPEG at quality 60. */
const contrast = 0.028;

/** The identity mark as a woven strip along the bottom edge. */
export function drawMark(
  identityKey: string | Uint8Array,
  width: number,
  height: number,
  near: Colour,
): string {
  const { columns, rows, cells } = encodeIdentityMark(identityKey);
  const [cellWidth, cellHeight] = [markLayout.cellWidth * width, markLayout.cellHeight * width];
  const [left, top] = [markLayout.left * width, height - markLayout.bottom * width - rows * cellHeight];
  const ground = middling(near);
  let light = "";
  for (const [index, cell] of cells.entries()) {
    if (cell !== 1) continue;
    const [x, y] = [left + (index % columns) * cellWidth, top + Math.floor(index / columns) * cellHeight];
    light += `M${decimal(x, 2)} ${decimal(y, 2)}h${decimal(cellWidth, 2)}v${decimal(cellHeight, 2)}h${decimal(-cellWidth, 2)}z`;
  }
  const margin = cellHeight * 0.4;
  const frame =
    `x="${decimal(left - margin, 2)}" y="${decimal(top - margin, 2)}" ` +
    `width="${decimal(columns * cellWidth + margin * 2, 2)}" height="${decimal(rows * cellHeight + margin * 2, 2)}"`;
  return `<rect ${frame} rx="1.5" fill="${shifted(ground, -contrast)}"/><path d="${light}" fill="${shifted(ground, contrast)}"/>`;
}

/** The colour brought to a luma that leaves room for light and dark. */
function middling(colour: Colour): Colour {
  const soft = mixColours(colour, "#4c4640", 0.5);
  const luma = lumaOf(soft);
  if (luma < 0.18) return lighter(soft, (0.18 - luma) / (1 - luma));
  return luma > 0.7 ? darker(soft, (luma - 0.7) / luma) : soft;
}

function shifted(colour: Colour, by: number): Colour {
  const luma = lumaOf(colour);
  return by > 0 ? mixColours(colour, "#ffffff", by / (1 - luma)) : mixColours(colour, "#000000", -by / luma);
}
