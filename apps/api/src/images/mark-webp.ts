import { withGeneratedMark } from "./generated-mark.ts";

const riffBytes = 12;
const hasXmpFlag = 0x04;
const hasAlphaFlag = 0x10;

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** Puts the mark into a WebP's XMP chunk; a simple file becomes an extended one around the same picture. */
export const markWebp = (bytes: Buffer): Buffer => {
  const chunks = chunksOf(bytes);
  const known = chunks.find(({ name }) => name === "XMP ")?.data.toString();
  const xmp = withGeneratedMark(known);
  if (xmp === undefined) return bytes;
  const others = chunks.filter(({ name }) => name !== "XMP " && name !== "VP8X");
  const extended = chunks.find(({ name }) => name === "VP8X")?.data ?? extendedHeaderOf(others[0]);
  const header = Buffer.from(extended);
  header.writeUInt8(header.readUInt8(0) | hasXmpFlag, 0);
  const body = Buffer.concat(
    [{ name: "VP8X", data: header }, ...others, { name: "XMP ", data: Buffer.from(xmp) }].map(written),
  );
  const riff = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  riff.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([riff, body]);
};

const chunksOf = (bytes: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = riffBytes; at + 8 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    if (end > bytes.length) throw new Error("The WebP breaks off");
    chunks.push({ name: bytes.toString("latin1", at, at + 4), data: bytes.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return chunks;
};

/** Flags and the size of the canvas, as the picture's own header has it. */
const extendedHeaderOf = (picture: Chunk | undefined): Buffer => {
  const header = Buffer.alloc(10);
  if (picture?.name === "VP8 ") {
    header.writeUIntLE((picture.data.readUInt16LE(6) & 0x3f_ff) - 1, 4, 3);
    header.writeUIntLE((picture.data.readUInt16LE(8) & 0x3f_ff) - 1, 7, 3);
    return header;
  }
  if (picture?.name === "VP8L") {
    const bits = picture.data.readUInt32LE(1);
    header.writeUInt8((bits >>> 28) & 1 ? hasAlphaFlag : 0, 0);
    header.writeUIntLE(bits & 0x3f_ff, 4, 3);
    header.writeUIntLE((bits >>> 14) & 0x3f_ff, 7, 3);
    return header;
  }
  throw new Error("The WebP has no picture");
};

const written = ({ name, data }: Chunk): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};
