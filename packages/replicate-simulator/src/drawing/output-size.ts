/** Pixel sizes at one megapixel, as the provider's predictor has them; half of each edge at a quarter. */
const sizeByAspectRatio: Readonly<Record<string, readonly [width: number, height: number]>> = {
  "1:1": [1024, 1024],
  "16:9": [1344, 768],
  "21:9": [1536, 640],
  "3:2": [1216, 832],
  "2:3": [832, 1216],
  "4:5": [896, 1088],
  "5:4": [1088, 896],
  "3:4": [896, 1152],
  "4:3": [1152, 896],
  "9:16": [768, 1344],
  "9:21": [640, 1536],
};

/** The aspect ratios with a size of their own. */
export const aspectRatios = Object.keys(sizeByAspectRatio);

/**
 * The picture's size in pixels, or null when `custom` lacks width or height.
 *
 * @example
 * outputSize({ aspect_ratio: "3:4", megapixels: "0.25" }); // { width: 448, height: 576 }
 */
export function outputSize(
  input: Readonly<Record<string, unknown>>,
): { width: number; height: number } | null {
  const aspectRatio = typeof input["aspect_ratio"] === "string" ? input["aspect_ratio"] : "1:1";
  if (aspectRatio === "custom") {
    const { width, height } = input;
    if (typeof width !== "number" || typeof height !== "number") return null;
    return { width: roundUpTo16(width), height: roundUpTo16(height) };
  }
  const [width, height] = sizeByAspectRatio[aspectRatio] ?? [1024, 1024];
  return input["megapixels"] === "0.25" ? { width: width / 2, height: height / 2 } : { width, height };
}

function roundUpTo16(pixels: number): number {
  return Math.ceil(pixels / 16) * 16;
}
