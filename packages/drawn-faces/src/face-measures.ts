import type { Identity } from "./identity.ts";
import { blend } from "./svg-sheet.ts";

/** Where a person's features lie, in head units. */
export interface FaceMeasures {
  /** From the face's middle to the middle of an eye. */
  readonly eyeSpacing: number;
  readonly noseBaseY: number;
  readonly mouthY: number;
}

/** The places of an identity's features. */
export function faceMeasures({ eyes, face, nose, lips }: Identity): FaceMeasures {
  const noseBaseY = 50 + blend(-8, 8, nose.length) + blend(-2, 3, face.length);
  return {
    eyeSpacing: blend(33, 41.5, eyes.spacing),
    noseBaseY,
    mouthY: noseBaseY + 33.5 + blend(-3, 4, face.length) + blend(-1, 2, lips.fullness),
  };
}
