import sharp, { type Sharp } from "sharp";

export type Colour = readonly [red: number, green: number, blue: number];

export const red: Colour = [220, 30, 30];
export const green: Colour = [30, 200, 30];
export const blue: Colour = [30, 30, 220];
export const grey: Colour = [240, 240, 240];

/** The colours of a picture's four quarters, left to right, top to bottom. */
export type Corners = readonly [topLeft: Colour, topRight: Colour, bottomLeft: Colour, bottomRight: Colour];

export const upright: Corners = [red, green, blue, grey];

/** A picture whose four quarters each have one colour, so that turning and mirroring show. */
export function quadrants(width: number, height: number, corners: Corners = upright): Sharp {
  const rowOf = (left: Colour, right: Colour) =>
    Buffer.concat([
      Buffer.alloc(Math.ceil(width / 2) * 3, Buffer.from(left)),
      Buffer.alloc(Math.floor(width / 2) * 3, Buffer.from(right)),
    ]);
  const [topLeft, topRight, bottomLeft, bottomRight] = corners;
  const pixels = Buffer.concat([
    Buffer.alloc(Math.ceil(height / 2) * width * 3, rowOf(topLeft, topRight)),
    Buffer.alloc(Math.floor(height / 2) * width * 3, rowOf(bottomLeft, bottomRight)),
  ]);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The colours in the middle of a picture's four quarters. */
export async function cornersOf(picture: Uint8Array): Promise<number[][]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(start, start + info.channels)];
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

/** The largest distance between the colours of two pictures' quarters, on one channel, of 255. */
export function farthest(found: readonly (readonly number[])[], expected: Corners): number {
  const distances = expected.flatMap((colour, corner) =>
    colour.map((value, channel) => Math.abs(value - (found[corner]?.[channel] ?? Number.POSITIVE_INFINITY))),
  );
  return Math.max(...distances);
}
