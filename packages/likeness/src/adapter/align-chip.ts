import type { RgbPicture } from "../face-analyzer.ts";
import type { LandmarkPoint } from "../face-observation.ts";

/** Width and height of the aligned picture of a face, in pixels: what the recogniser takes. */
export const chipSizePixels = 150;

type Point = readonly [x: number, y: number];

/** Chip to picture: x' = a·x − b·y + c, y' = b·x + a·y + d. */
interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * Where dlib's `get_face_chip_details` puts the outer and inner corner of either eye and the base of the nose, in a
 * square of 1, and the points of MediaPipe's mesh that are these. Its recogniser was trained on such pictures.
 */
const anchors: readonly { readonly mesh: number; readonly at: Point }[] = [
  { mesh: 263, at: [0.8595674595992, 0.2134981538014] },
  { mesh: 362, at: [0.6460604764104, 0.2289674387677] },
  { mesh: 33, at: [0.1205750620789, 0.2137274526848] },
  { mesh: 133, at: [0.3340850613712, 0.2290642403242] },
  { mesh: 2, at: [0.4901123135679, 0.6277975316475] },
];

/** dlib's border around that square, as a share of its side. */
const padding = 0.25;

/** Samples along one side of a chip pixel at most; larger faces than 1,200 pixels do not occur in 1,024. */
const mostSamples = 8;

/**
 * The face turned upright and scaled to 150 × 150 pixels as dlib does it, RGB in levels of 0 to 255, row by row.
 * Every chip pixel is the mean of the picture's pixels under it; outside the picture it is black, as in dlib.
 * `null` when the mesh lacks the points.
 *
 * @example alignChip(picture, face.mesh)
 */
export function alignChip(picture: RgbPicture, mesh: readonly LandmarkPoint[]): Float32Array | null {
  const similarity = fitSimilarity(mesh);
  if (similarity === null) return null;
  const { a, b, c, d } = similarity;
  const samples = Math.min(mostSamples, Math.max(1, Math.round(Math.hypot(a, b))));
  const weight = 1 / (samples * samples);
  const chip = new Float32Array(chipSizePixels * chipSizePixels * 3);
  for (let row = 0; row < chipSizePixels; row += 1) {
    for (let column = 0; column < chipSizePixels; column += 1) {
      const at = (row * chipSizePixels + column) * 3;
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = column + ((sample % samples) + 0.5) / samples - 0.5;
        const y = row + (Math.floor(sample / samples) + 0.5) / samples - 0.5;
        addSample(picture, a * x - b * y + c, b * x + a * y + d, weight, chip, at);
      }
    }
  }
  return chip;
}

/** Least squares of the five points: the one turn, scale and shift that brings the chip onto the face. */
function fitSimilarity(mesh: readonly LandmarkPoint[]): Similarity | null {
  const pairs: (readonly [from: Point, to: Point])[] = [];
  for (const { mesh: index, at } of anchors) {
    const point = mesh[index];
    if (point === undefined) return null;
    const [x, y] = at.map((share) => ((padding + share) / (2 * padding + 1)) * chipSizePixels);
    pairs.push([
      [x ?? 0, y ?? 0],
      [point[0], point[1]],
    ]);
  }
  const middle = (side: 0 | 1): Point => [
    pairs.reduce((sum, pair) => sum + pair[side][0], 0) / pairs.length,
    pairs.reduce((sum, pair) => sum + pair[side][1], 0) / pairs.length,
  ];
  const [from, to] = [middle(0), middle(1)];
  let along = 0;
  let across = 0;
  let squares = 0;
  for (const [[x, y], [u, v]] of pairs) {
    const [dx, dy, du, dv] = [x - from[0], y - from[1], u - to[0], v - to[1]];
    along += dx * du + dy * dv;
    across += dx * dv - dy * du;
    squares += dx * dx + dy * dy;
  }
  const [a, b] = [along / squares, across / squares];
  if (!(Math.hypot(a, b) > 0)) return null;
  return { a, b, c: to[0] - a * from[0] + b * from[1], d: to[1] - b * from[0] - a * from[1] };
}

/** Adds the colour between the four nearest pixels; written for speed: it runs a hundred thousand times a face. */
function addSample(
  { data, widthPixels, heightPixels }: RgbPicture,
  x: number,
  y: number,
  weight: number,
  chip: Float32Array,
  at: number,
): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= widthPixels || top + 1 >= heightPixels) return;
  const right = x - left;
  const below = y - top;
  const first = (top * widthPixels + left) * 3;
  const second = first + widthPixels * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (data[first + channel] ?? 0) * (1 - right) + (data[first + 3 + channel] ?? 0) * right;
    const lower = (data[second + channel] ?? 0) * (1 - right) + (data[second + 3 + channel] ?? 0) * right;
    chip[at + channel] = (chip[at + channel] ?? 0) + (upper * (1 - below) + lower * below) * weight;
  }
}
