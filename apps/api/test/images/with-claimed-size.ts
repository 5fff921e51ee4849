/** The same HEIF file with another width and height in its `ispe` boxes: a header that promises what is not there. */
export function withClaimedSize(heic: Buffer, width: number, height: number): Buffer {
  const patched = Buffer.from(heic);
  for (let at = patched.indexOf("ispe"); at !== -1; at = patched.indexOf("ispe", at + 4)) {
    patched.writeUInt32BE(width, at + 8);
    patched.writeUInt32BE(height, at + 12);
  }
  return patched;
}
