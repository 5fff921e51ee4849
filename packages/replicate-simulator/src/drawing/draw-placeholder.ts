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

/** S I M U L A T E D as strokes in boxes of 4 by 6: a machine without fonts draws them as well. */
const letters = [
  "M4 .9Q3.4 0 2 0Q0 0 0 1.5Q0 2.8 2 3Q4 3.2 4 4.5Q4 6 2 6Q.5 6 0 5",
  "M2 0V6",
  "M0 6V0L2 3.6L4 0V6",
  "M0 0V4Q0 6 2 6Q4 6 4 4V0",
  "M0 0V6H4",
  "M0 6L2 0L4 6M.8 4H3.2",
  "M0 0H4M2 0V6",
  "M4 0H0V6H4M0 3H3",
  "M0 0V6H1.6Q4 6 4 3Q4 0 1.6 0Z",
];

function draw(colour: number, { width, height, format, quality }: PortraitRequest): Promise<Buffer> {
  const hue = Math.round((360 * colour) / colours);
  const scale = width / 80;
  const glyphs = letters.map(
    (strokes, index) => `<path d="${strokes}" transform="translate(${6 * index} 0)"/>`,
  );
  const word = `<g transform="translate(${3 * scale} ${height - 9 * scale}) scale(${scale})" fill="none" stroke="#fff">${glyphs.join("")}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 20% 45%)"/>${word}</svg>`;
  return encodePicture(svg, { format, quality, label: "SIMULATED" });
}
