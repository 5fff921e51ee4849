import type { FaceBox } from "../face-observation.ts";

/** What is left of overlapping boxes: see `suppressGhosts`. */
export interface ScoredBox {
  readonly box: FaceBox;
  readonly boxScore: number;
}

/** Share of the smaller box that may be covered by a surer one. */
const coveredShare = 0.4;

/**
 * Drops every box that a surer one covers by more than 40 % of the smaller of the two, the surest first. The detector
 * sometimes sees a second, larger face on top of the true one; its score is lower, its size is not.
 *
 * @example suppressGhosts([{ box, boxScore: 0.9 }, { box: larger, boxScore: 0.51 }]) // the first
 */
export function suppressGhosts<Face extends ScoredBox>(faces: readonly Face[]): Face[] {
  const kept: Face[] = [];
  for (const face of faces.toSorted((x, y) => y.boxScore - x.boxScore)) {
    const area = face.box.width * face.box.height;
    const covered = kept.some(
      ({ box }) => sharedArea(box, face.box) > coveredShare * Math.min(area, box.width * box.height),
    );
    if (!covered) kept.push(face);
  }
  return kept;
}

function sharedArea(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
