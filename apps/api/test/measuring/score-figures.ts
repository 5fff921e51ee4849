import type { PortraitFigures } from "../../src/measuring/score-picture.ts";

/** The figures of a portrait that looks like its subject, as networks of a made-up version would give them. */
export const scoreFigures: PortraitFigures = {
  reason: null,
  likeness: 0.9,
  likenessRaw: 0.985,
  likenessBand: "good",
  smile: 0.2,
  eyes: 0.1,
  fakeSmileRisk: 0,
  naturalness: 0.95,
  naturalnessReasons: [],
  textureRatio: 0.98,
  textureBand: "as-in-selfies",
  sharpness: 140,
  ownPhotos: { stranger: 0.94, likeness: [0.98, 0.99], smile: [0.1, 0.4], skin: [0.9, 1.1] },
  referenceCount: 2,
  modelVersion: "networks-1",
  calibration: "drawn-2",
};
