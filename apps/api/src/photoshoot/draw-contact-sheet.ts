import { drawLabel } from "@selfsame/drawn-faces";
import sharp from "sharp";

/** One frame of a contact sheet. */
export interface SheetFrame {
  /** What is written under it: its place on the sheet, from 1. */
  readonly number: number;
  /** A picture that was accepted before; WebP, JPEG or PNG. */
  readonly bytes: Uint8Array;
}

/** A contact sheet as a picture. */
export interface ContactSheet {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly contentType: "image/jpeg";
}

const paper = "#FAF7F2";
const ink = "#686257";
const cell = { width: 360, height: 480 } as const;
const gap = 24;
const captionHeight = 36;
const margin = 56;
const mostColumns = 6;
const footHeight = 40;

/** Each digit as strokes in a box of 4 by 6: a machine without fonts draws them as well. */
const digits = [
  "M2 0Q0 0 0 3Q0 6 2 6Q4 6 4 3Q4 0 2 0Z",
  "M.8 1.2L2.2 0V6",
  "M.2 1.4Q.6 0 2 0Q3.8 0 3.8 1.6Q3.8 2.8 0 6H4",
  "M.3 .6Q3.7 -.6 3.6 1.5Q3.5 2.9 1.6 2.9Q4 2.9 4 4.5Q3.9 6.4 0 5.5",
  "M3 6V0L0 4.2H4",
  "M3.7 0H.6L.3 2.6Q4 1.8 4 4.1Q3.8 6.6 0 5.6",
  "M3.4 .2Q0 .4 0 4Q.2 6 2 6Q4 6 4 4.2Q3.9 2.5 2.2 2.5Q.4 2.5 0 4",
  "M0 0H4L1.4 6",
  "M2 0Q.3 0 .3 1.5Q.3 2.9 2 2.9Q3.7 2.9 3.7 1.5Q3.7 0 2 0ZM2 2.9Q0 2.9 0 4.5Q0 6 2 6Q4 6 4 4.5Q4 2.9 2 2.9Z",
  "M4 2Q3.8 0 2 0Q0 0 0 1.8Q.1 3.5 1.8 3.5Q3.6 3.5 4 2Q4 5.6 .6 5.8",
] as const;

const numberAt = (number: number, x: number, y: number): string => {
  const strokes = Array.from(String(number), (digit, at) => {
    const path = digits[Number(digit)] ?? "";
    return `<path d="${path}" transform="translate(${at * 5.6} 0)"/>`;
  }).join("");
  return `<g transform="translate(${x} ${y}) scale(2.4)" fill="none" stroke="${ink}" stroke-width="0.8" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>`;
};

/** So many columns that the sheet is about as high as wide. */
const columnsFor = (frames: number): number =>
  Math.max(1, Math.min(mostColumns, Math.ceil(Math.sqrt((frames * cell.height) / cell.width))));

/**
 * Lays pictures out on paper, each whole in a 3:4 frame with its number. Where one of them is simulated the sheet says
 * so in its own pixels and in its metadata.
 *
 * @param frames at least one
 */
export const drawContactSheet = async (
  frames: readonly SheetFrame[],
  { title, simulated }: { readonly title: string; readonly simulated: boolean },
): Promise<ContactSheet> => {
  const columns = columnsFor(frames.length);
  const rows = Math.ceil(frames.length / columns);
  const width = margin * 2 + columns * cell.width + (columns - 1) * gap;
  const foot = simulated ? footHeight : 0;
  const height = margin * 2 + rows * (cell.height + captionHeight) + (rows - 1) * gap + foot;
  const placeOf = (at: number) => ({
    left: margin + (at % columns) * (cell.width + gap),
    top: margin + Math.floor(at / columns) * (cell.height + captionHeight + gap),
  });
  const pictures = [];
  for (const [at, { bytes }] of frames.entries()) {
    const input = await sharp(bytes)
      .resize({ ...cell, fit: "contain", background: paper })
      .toBuffer();
    pictures.push({ input, ...placeOf(at) });
  }
  const numbers = frames
    .map(({ number }, at) => numberAt(number, placeOf(at).left + 1, placeOf(at).top + cell.height + 14))
    .join("");
  const mark = simulated ? drawLabel("SIMULATED", width, height - margin / 3) : "";
  const over = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${numbers}${mark}</svg>`,
  );
  const bytes = await sharp({ create: { width, height, channels: 3, background: paper } })
    .composite([...pictures, { input: over, left: 0, top: 0 }])
    .withExif({ IFD0: { ImageDescription: simulated ? `SIMULATED. ${title}` : title } })
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .toBuffer();
  return { bytes, width, height, contentType: "image/jpeg" };
};
