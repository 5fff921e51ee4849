import { decodeIdentityMark, isSyncCell, markLayout, syncBit } from "./mark-code.ts";

/** A decoded picture: rows from the top, 8 bits for each channel; alpha, when there, is ignored. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 RGBA. */
  readonly channels: 1 | 3 | 4;
}

/** What a picture's pixels say about who was drawn. */
export type IdentityMarkReading =
  | { readonly found: true; readonly identityKey: string }
  | { readonly found: false };

/** How many of the 32 known cells may be wrong: a scratch is forgiven, chance is not. */
const forgivenSyncErrors = 1;
/** Light and dark cells differ by at least this much (of 255). */
const leastContrast = 6;
/** Crops up to these shares of the width, at the left, the right and the bottom, are looked for. */
const cropShares = [0, 0.004, 0.008, 0.012, 0.016, 0.02] as const;
const bottomShares = [0, 0.0025, 0.005, 0.0075, -0.0025] as const;

/**
 * Finds an identity mark in the bottom strip of a picture. It survives re-encoding, resizing and small crops; on
 * pictures without one, 31 of 32 known cells and a 32-bit checksum would have to agree by chance.
 *
 * @example readIdentityMark({ data, width: 896, height: 1152, channels: 3 })
 */
export function readIdentityMark(pixels: Pixels): IdentityMarkReading {
  const { width, height, channels, data } = pixels;
  if (width < 128 || height < 32 || data.length < width * height * channels) return { found: false };
  const strip = bottomLuma(pixels);
  for (const bottom of bottomShares) {
    for (const left of cropShares) {
      for (const right of cropShares) {
        const identityKey = readAt(strip, left, right, bottom);
        if (identityKey !== null) return { found: true, identityKey };
      }
    }
  }
  return { found: false };
}

/** The luma of the picture's bottom, as a table of sums: any rectangle's mean in four look-ups. */
interface LumaStrip {
  readonly width: number;
  readonly height: number;
  readonly sums: Float64Array;
}

function bottomLuma({ data, width, height, channels }: Pixels): LumaStrip {
  const rows = Math.min(height, Math.ceil(width * 0.05) + 4);
  const sums = new Float64Array((width + 1) * (rows + 1));
  for (let y = 0; y < rows; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      const at = ((height - rows + y) * width + x) * channels;
      const red = data[at] ?? 0;
      row +=
        channels === 1 ? red : 0.2126 * red + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return { width, height: rows, sums };
}

function readAt(strip: LumaStrip, left: number, right: number, bottom: number): string | null {
  const { columns, rows, syncColumns } = markLayout;
  const whole = strip.width / (1 - left - right);
  const originX = (markLayout.left - left) * whole;
  const originY = strip.height - (markLayout.bottom - bottom + rows * markLayout.cellHeight) * whole;
  const levelOf = (cell: number): number => {
    const x = originX + (cell % columns) * markLayout.cellWidth * whole;
    const y = originY + Math.floor(cell / columns) * markLayout.cellHeight * whole;
    return meanOf(
      strip,
      x + 0.2 * markLayout.cellWidth * whole,
      y + 0.2 * markLayout.cellHeight * whole,
      0.6 * whole,
    );
  };
  const levels = Float64Array.from({ length: columns * rows }, (_, cell) =>
    isSyncCell(cell) ? levelOf(cell) : 0,
  );
  const ends = [
    endLevels(levels, (column) => column < syncColumns),
    endLevels(levels, (column) => column >= columns - syncColumns),
  ];
  const [first, last] = ends;
  if (!first || !last || first.light - first.dark < leastContrast || last.light - last.dark < leastContrast)
    return null;
  const threshold = (cell: number): number => {
    const share = (cell % columns) / (columns - 1);
    return ((first.light + first.dark) / 2) * (1 - share) + ((last.light + last.dark) / 2) * share;
  };
  const cells = new Uint8Array(columns * rows);
  let wrong = 0;
  for (let cell = 0; cell < cells.length; cell += 1) {
    if (!isSyncCell(cell)) continue;
    if (Number((levels[cell] ?? 0) > threshold(cell)) !== syncBit(cell)) wrong += 1;
  }
  if (wrong > forgivenSyncErrors) return null;
  for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = Number(levelOf(cell) > threshold(cell));
  return decodeIdentityMark(cells);
}

function endLevels(
  levels: Float64Array,
  within: (column: number) => boolean,
): { light: number; dark: number } {
  const sums = { light: 0, dark: 0, lights: 0, darks: 0 };
  for (const [cell, level] of levels.entries()) {
    if (!isSyncCell(cell) || !within(cell % markLayout.columns)) continue;
    if (syncBit(cell) === 1) {
      sums.light += level;
      sums.lights += 1;
    } else {
      sums.dark += level;
      sums.darks += 1;
    }
  }
  return { light: sums.light / sums.lights, dark: sums.dark / sums.darks };
}

/** The mean of a cell's inner part, its corner and the picture's whole width given in pixels. */
function meanOf({ width, height, sums }: LumaStrip, x: number, y: number, scale: number): number {
  const fromX = Math.min(width - 1, Math.max(0, Math.round(x)));
  const fromY = Math.min(height - 1, Math.max(0, Math.round(y)));
  const toX = Math.min(width, Math.max(fromX + 1, Math.round(x + scale * markLayout.cellWidth)));
  const toY = Math.min(height, Math.max(fromY + 1, Math.round(y + scale * markLayout.cellHeight)));
  const at = (column: number, row: number): number => sums[row * (width + 1) + column] ?? 0;
  return (
    (at(toX, toY) - at(fromX, toY) - at(toX, fromY) + at(fromX, fromY)) / ((toX - fromX) * (toY - fromY))
  );
}
