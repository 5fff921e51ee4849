import { createHash } from "node:crypto";
import { encodePicture } from "./encode-picture.ts";
import type { PortraitRequest } from "./portrait-painter.ts";

/** How many different placeholders of one size and format there are. */
const colours = 8;

const drawn = new Map<string, Promise<Buffer>>();

/** A plain, labelled picture of the right size and format, for load tests: drawn once for each colour and kept. */
export function drawPlaceholder(request: PortraitRequest): Promise<Buffer> {
  const { width, height, format } = request;
  const digest = createHash("sha256").update(`${request.seed} ${request.index}`).digest();
  const colour = (digest[0] ?? 0) % colours;
  const key = `${colour} ${width}x${height} ${format}`;
  const picture = drawn.get(key) ?? draw(colour, request);
  drawn.set(key, picture);
  return picture;
}

function draw(colour: number, { width, height, format, quality }: PortraitRequest): Promise<Buffer> {
  const hue = Math.round((360 * colour) / colours);
  const bars = Array.from(
    "SIMULATED",
    (letter, index) =>
      `<text x="${24 + index * 22}" y="${height - 24}" font-family="monospace" font-size="28" fill="#fff">${letter}</text>`,
  ).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 20% 45%)"/>${bars}</svg>`;
  return encodePicture(svg, { format, quality, label: "SIMULATED", softnessPixels: 0 });
}
