const columns = 8;
const rows = 8;

/**
 * The 64-bit difference hash of a picture shrunk to 9 × 8 grey pixels (72 numbers, row by row), as 16 hexadecimal
 * digits: a bit for each pixel brighter than its right neighbour. Throws a `RangeError` for another number of pixels.
 *
 * @example differenceHash(greyPixels) // "f0e1c3870f1e3c78"
 */
export function differenceHash(grey: ArrayLike<number>): string {
  if (grey.length !== (columns + 1) * rows)
    throw new RangeError(`72 grey pixels make a hash, not ${grey.length}.`);
  let bits = 0n;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * (columns + 1) + column;
      bits = (bits << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, "0");
}

/**
 * How many of the 64 bits of two hashes differ.
 *
 * @example hashDistance("000000000000000f", "0000000000000000") // 4
 */
export function hashDistance(first: string, second: string): number {
  let differing = BigInt(`0x${first}`) ^ BigInt(`0x${second}`);
  let count = 0;
  while (differing > 0n) {
    differing &= differing - 1n;
    count += 1;
  }
  return count;
}
