import { crc32, deflateSync } from "node:zlib";

/** The signature (8 bytes) and the IHDR chunk (25 bytes); a profile must stand before the first pixels. */
const headerBytes = 33;

/**
 * Puts an ICC profile into a PNG that has none, as an iCCP chunk (PNG specification, 11.3.2.3). sharp cannot be told the
 * colour space of bare pixels; a PNG can carry it there.
 */
export function embedColourProfile(png: Buffer, profile: Uint8Array): Buffer {
  // Name, its end, and compression method 0.
  const data = Buffer.concat([Buffer.from("iCCPicc\0\0", "latin1"), deflateSync(profile)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data));
  return Buffer.concat([png.subarray(0, headerBytes), length, data, check, png.subarray(headerBytes)]);
}
