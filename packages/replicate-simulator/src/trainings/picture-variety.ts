import sharp from "sharp";

const hashWidth = 9;
const hashHeight = 8;
const hashBits = 64;

/** A difference hash: for 8 rows of 9 grey squares, whether each is lighter than its right neighbour. */
export async function perceptualHash(data: Buffer, size: { width: number; height: number }): Promise<bigint> {
  const grey = await sharp(data, { raw: { width: size.width, height: size.height, channels: 3 } })
    .greyscale()
    .resize({ width: hashWidth, height: hashHeight, fit: "fill" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  let hash = 0n;
  for (let row = 0; row < hashHeight; row += 1) {
    for (let column = 0; column < hashWidth - 1; column += 1) {
      const at = row * hashWidth + column;
      hash = (hash << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return hash;
}

/** The mean share of bits in which two of the pictures' hashes differ: 0 for copies of one picture. */
export function pictureVariety(hashes: readonly bigint[]): number {
  let different = 0;
  let pairs = 0;
  for (const [index, first] of hashes.entries()) {
    for (const second of hashes.slice(index + 1)) {
      different += bitsOf(first ^ second);
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : different / pairs / hashBits;
}

function bitsOf(value: bigint): number {
  let bits = 0;
  for (let rest = value; rest > 0n; rest >>= 1n) bits += Number(rest & 1n);
  return bits;
}
