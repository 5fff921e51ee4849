import { isIdentityKey } from "./seeded-random.ts";

/** The grid of an identity mark and where it lies; lengths are shares of the picture's width. */
export const markLayout = {
  columns: 64,
  rows: 2,
  /** Columns of known cells at each end. */
  syncColumns: 8,
  /** From the left edge of the picture to the first cell. */
  left: 0.04,
  cellWidth: 0.92 / 64,
  cellHeight: 0.009,
  /** From the bottom edge of the picture to the lowest cell. */
  bottom: 0.009,
} as const;

/** A mark as cells: row by row, 1 is light and 0 is dark. */
export interface IdentityMark {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Uint8Array;
}

const keyBytes = 8;
const checksumBytes = 4;

/** Fixed pseudo-random bits (xorshift32, seed 0x5e1f5a3e): sync cells, and what whitens the payload. */
const fixedBits: Uint8Array = (() => {
  const bits = new Uint8Array(markLayout.columns * markLayout.rows);
  let state = 0x5e1f5a3e;
  for (let index = 0; index < bits.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bits[index] = (state >>> 9) & 1;
  }
  return bits;
})();

/**
 * The cells that carry a 64-bit identity key: 32 cells are always the same (so that a reader can find the grid),
 * 96 hold the key and its CRC-32, whitened so that no key looks like stripes.
 *
 * @param identityKey 16 hexadecimal digits, or 8 bytes.
 * @throws RangeError when the key is neither.
 */
export function encodeIdentityMark(identityKey: string | Uint8Array): IdentityMark {
  const key = bytesOfKey(identityKey);
  const payload = new Uint8Array(keyBytes + checksumBytes);
  payload.set(key);
  new DataView(payload.buffer).setUint32(keyBytes, checksum(key));
  const { columns, rows } = markLayout;
  const cells = new Uint8Array(columns * rows);
  let bit = 0;
  for (let cell = 0; cell < cells.length; cell += 1) {
    const fixed = fixedBits[cell] ?? 0;
    if (isSyncCell(cell)) {
      cells[cell] = fixed;
      continue;
    }
    cells[cell] = fixed ^ (((payload[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    bit += 1;
  }
  return { columns, rows, cells };
}

/** The key that the cells carry, or `null` when the checksum does not fit. */
export function decodeIdentityMark(cells: Uint8Array): string | null {
  const payload = new Uint8Array(keyBytes + checksumBytes);
  let bit = 0;
  for (let cell = 0; cell < cells.length; cell += 1) {
    if (isSyncCell(cell)) continue;
    const value = (cells[cell] ?? 0) ^ (fixedBits[cell] ?? 0);
    payload[bit >> 3] = (payload[bit >> 3] ?? 0) | (value << (7 - (bit & 7)));
    bit += 1;
  }
  const key = payload.subarray(0, keyBytes);
  if (new DataView(payload.buffer).getUint32(keyBytes) !== checksum(key)) return null;
  return Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a cell is one of the known ones. */
export function isSyncCell(cell: number): boolean {
  const column = cell % markLayout.columns;
  return column < markLayout.syncColumns || column >= markLayout.columns - markLayout.syncColumns;
}

/** What a sync cell must be: 1 light, 0 dark. */
export function syncBit(cell: number): number {
  return fixedBits[cell] ?? 0;
}

function bytesOfKey(identityKey: string | Uint8Array): Uint8Array {
  if (typeof identityKey !== "string") {
    if (identityKey.length === keyBytes) return identityKey;
    throw new RangeError(`An identity key has ${keyBytes} bytes, this one has ${identityKey.length}.`);
  }
  if (!isIdentityKey(identityKey)) {
    throw new RangeError("An identity key is 16 lower-case hexadecimal digits.");
  }
  return Uint8Array.from({ length: keyBytes }, (_, index) =>
    Number.parseInt(identityKey.slice(index * 2, index * 2 + 2), 16),
  );
}

/** CRC-32 (polynomial 0xEDB88320, as in zip and PNG) over a fixed prefix and the key. */
function checksum(key: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of [0x73, 0x65, 0x6c, 0x66, ...key]) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
