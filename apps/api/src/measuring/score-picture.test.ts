import type { SingleFace } from "@selfsame/likeness";
import { expect, test } from "vitest";
import {
  analysisOf,
  type MadeUpFace,
  madeUpFace,
  madeUpModelVersion,
} from "../../test/measuring/made-up-face.ts";
import { scorePicture } from "./score-picture.ts";
import { smileTargetOf } from "./smile-target.ts";

const reference = (face: MadeUpFace, depiction: SingleFace["depiction"] = "photograph"): SingleFace => ({
  face: madeUpFace(face),
  depiction,
  modelVersion: madeUpModelVersion,
});
const photographs = [1, 2, 3, 4].map((axis) => reference({ cosine: 0.97, axis }));
const seen = (...faces: MadeUpFace[]) => ({ analysis: analysisOf(...faces.map(madeUpFace)), hash: null });
const score = (given: Partial<Parameters<typeof scorePicture>[0]> = {}) =>
  scorePicture({
    seen: seen({ cosine: 0.98, axis: 9 }),
    depiction: "photograph",
    references: photographs,
    target: "natural",
    modelVersion: madeUpModelVersion,
    ...given,
  });

test("a photograph is measured by the constants of photographs, against every reference", () => {
  expect(score()).toMatchObject({
    reason: null,
    likenessBand: "good",
    calibration: "photographs-1",
    referenceCount: 4,
    ownPhotos: { stranger: 0.86, likeness: expect.toSatisfy((own: number[]) => own.length === 4) },
  });
});

test("somebody else is not recognisable, and is given no better number for it", () => {
  expect(score({ seen: seen({ cosine: 0.7, axis: 9 }) })).toMatchObject({
    likenessBand: "not-recognisable",
    likeness: 0,
  });
});

test.each([
  ["drawings among photographs", [...photographs, reference({}, "drawn")]],
  ["drawings of a photographed person", photographs],
] as const)("%s are not comparable", (_what, references) => {
  const figures = score({ references: [...references], depiction: "drawn" });
  expect(figures).toMatchObject({ reason: "not-comparable", likeness: null, ownPhotos: null });
});

test("without references there is nothing to hold it against", () => {
  expect(score({ references: [] })).toMatchObject({ reason: "no-references", referenceCount: 0 });
});

test("what was not answered is tied to no version, so that it is asked again", () => {
  const silent = { analysis: { analyzed: false, cause: "crashed" }, hash: null } as const;
  expect(score({ seen: silent })).toMatchObject({ reason: "unavailable", modelVersion: null });
  const missing = { analysis: { analyzed: false, cause: "models-missing" }, hash: null } as const;
  expect(score({ seen: missing })).toMatchObject({ reason: "models-missing", modelVersion: null });
  expect(score({ seen: seen() })).toMatchObject({ reason: "no-face", modelVersion: madeUpModelVersion });
});

test("a broad smile is held against what was asked for", () => {
  const broad = seen({ cosine: 0.98, axis: 9, lift: 0.12 });
  const naturalness = (expression: Parameters<typeof smileTargetOf>[0]) =>
    score({ seen: broad, target: smileTargetOf(expression) }).naturalness ?? Number.NaN;
  expect(naturalness("calm")).toBeLessThan(naturalness(null));
  expect(naturalness(null)).toBeLessThanOrEqual(naturalness("laughing"));
});
