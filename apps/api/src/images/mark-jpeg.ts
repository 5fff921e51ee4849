import { withGeneratedMark } from "./generated-mark.ts";

const namespace = Buffer.from("http://ns.adobe.com/xap/1.0/\0", "latin1");
const startOfScan = 0xda;
const app0 = 0xe0;
const app1 = 0xe1;
/** A segment's length counts itself and has two bytes. */
const maximumSegmentBytes = 0xff_ff - 2;

interface Segment {
  readonly marker: number;
  readonly data: Buffer;
  readonly whole: Buffer;
}

/** Puts the mark into a JPEG's XMP segment, behind the segments that have to come first. */
export const markJpeg = (bytes: Buffer): Buffer => {
  const { segments, rest } = segmentsOf(bytes);
  const known = segments.find(isXmp)?.data.subarray(namespace.length).toString();
  const merged = withGeneratedMark(known);
  if (merged === undefined) return bytes;
  // XMP that fills its segment leaves no room; the mark alone always fits.
  const fits = namespace.length + Buffer.byteLength(merged) <= maximumSegmentBytes;
  const xmp = fits ? merged : (withGeneratedMark(undefined) ?? "");
  const others = segments.filter((segment) => !isXmp(segment));
  const first = others.findIndex(({ marker }) => marker !== app0 && marker !== app1);
  const at = first === -1 ? others.length : first;
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...others.slice(0, at).map(({ whole }) => whole),
    segmentOf(app1, Buffer.concat([namespace, Buffer.from(xmp)])),
    ...others.slice(at).map(({ whole }) => whole),
    rest,
  ]);
};

const isXmp = ({ marker, data }: Segment): boolean =>
  marker === app1 && data.subarray(0, namespace.length).equals(namespace);

/** The segments before the picture itself, and everything from there on. */
const segmentsOf = (bytes: Buffer): { readonly segments: Segment[]; readonly rest: Buffer } => {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== startOfScan) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    segments.push({
      marker: bytes[at + 1] ?? 0,
      data: bytes.subarray(at + 4, end),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  if (bytes[at + 1] !== startOfScan) throw new Error("The JPEG has no picture behind its segments");
  return { segments, rest: bytes.subarray(at) };
};

const segmentOf = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
