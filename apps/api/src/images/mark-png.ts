import { crc32, inflateSync } from "node:zlib";
import { withGeneratedMark } from "./generated-mark.ts";

const signatureBytes = 8;
/** Length, type and checksum around a chunk's data. */
const frameBytes = 12;
const keyword = "XML:com.adobe.xmp";
/** Far more than any description of a picture. */
const maximumXmpBytes = 1_000_000;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length and checksum, as it stands in the file. */
  readonly whole: Buffer;
}

/** Puts the mark into a PNG's `iTXt` for XMP, right after its header, as the XMP specification has it. */
export const markPng = (bytes: Buffer): Buffer => {
  const chunks = chunksOf(bytes);
  const known = chunks.find(isXmp);
  const text = known && xmpOf(known);
  const xmp = withGeneratedMark(text) ?? text ?? "";
  // Some encoders keep XMP compressed in a chunk that few readers look for it in: it moves to where all do.
  if (xmp === text && known?.type === "iTXt") return bytes;
  const [header, ...others] = chunks.filter((chunk) => !isXmp(chunk));
  if (header?.type !== "IHDR") throw new Error("A PNG begins with its header");
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, "latin1"), Buffer.from(xmp)]);
  return Buffer.concat([
    bytes.subarray(0, signatureBytes),
    header.whole,
    chunkOf("iTXt", data),
    ...others.map(({ whole }) => whole),
  ]);
};

const chunksOf = (bytes: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; at < bytes.length;) {
    const end = at + frameBytes + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new Error("The PNG breaks off");
    chunks.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      data: bytes.subarray(at + 8, end - 4),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return chunks;
};

const isXmp = ({ type, data }: Chunk): boolean =>
  (type === "iTXt" || type === "zTXt") && data.toString("latin1", 0, keyword.length + 1) === `${keyword}\0`;

const xmpOf = ({ type, data }: Chunk): string => {
  const afterKeyword = keyword.length + 1;
  if (type === "zTXt") return inflated(data.subarray(afterKeyword + 1));
  // Two flags, then a language and a translated keyword, each ending in a zero.
  const afterLanguage = data.indexOf(0, afterKeyword + 2) + 1;
  const text = data.subarray(data.indexOf(0, afterLanguage) + 1);
  return data[afterKeyword] === 1 ? inflated(text) : text.toString();
};

const inflated = (text: Buffer): string => inflateSync(text, { maxOutputLength: maximumXmpBytes }).toString();

const chunkOf = (type: string, data: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
};
