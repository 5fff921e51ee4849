import fc from "fast-check";
import { expect, test } from "vitest";
import { embeddingAt, makeSingle } from "../test/make-face.ts";
import { buildProfile, type IdentityProfile } from "./build-profile.ts";
import type { SingleFace } from "./face-observation.ts";
import { likeness } from "./likeness.ts";
import { skinTexture } from "./skin-texture.ts";

function profileOf(references: readonly SingleFace[]): IdentityProfile {
  const result = buildProfile(references);
  if (!result.built) throw new Error(result.reason);
  return result.profile;
}

function valueOf<Value>(
  result: { measurable: true; value: Value } | { measurable: false; reason: string },
): Value {
  if (!result.measurable) throw new Error(result.reason);
  return result.value;
}

const at = (cosine: number, axis = 1): SingleFace => makeSingle({ embedding: embeddingAt(cosine, axis) });
const drawn = (cosine: number): SingleFace => ({ ...at(cosine), depiction: "drawn" });

test.each([
  [0.8, 0, "not-recognisable"],
  [0.86, 0, "not-recognisable"],
  [0.9, 0.46, "not-recognisable"],
  [0.92, 0.69, "weak"],
  [0.94, 0.92, "good"],
  [0.96, 1, "good"],
  [0.995, 1, "copy-suspected"],
] as const)("a photograph of cosine %d to the only reference scores %d, %s", (cosine, score, band) => {
  const found = valueOf(likeness(at(cosine), profileOf([at(1)])));
  expect(found.score).toBeCloseTo(score, 2);
  expect(found.band).toBe(band);
  expect(found.measuredWith).toEqual({ modelVersion: "networks-1", calibration: "photographs-1" });
});

test("drawings have their own scale: what is like in photographs is a stranger among them", () => {
  const profile = profileOf([drawn(1)]);
  expect(valueOf(likeness(drawn(0.94), profile))).toMatchObject({ band: "not-recognisable" });
  expect(valueOf(likeness(drawn(0.999), profile))).toMatchObject({ band: "good", score: 1 });
  expect(profile.measuredWith.calibration).toBe("drawn-2");
});

test("the scale ends where the person's own photographs end", () => {
  // Four references around one point, 0.95² = 0.9025 apart: held at the lowest own likeness, 0.93.
  const far = profileOf([at(0.95, 1), at(0.95, 2), at(0.95, 3), at(0.95, 4)]);
  expect(far.selfSimilarity).toBe(0.93);
  const close = profileOf([at(0.98, 1), at(0.98, 2), at(0.98, 3)]);
  expect(close.selfSimilarity).toBeCloseTo(0.9604, 4);
});

test("the order of the references changes nothing", () => {
  const cosine = fc.double({ min: 0.9, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(cosine, { minLength: 1, maxLength: 8 }), cosine, fc.nat(7), (cosines, own, turn) => {
      const references = cosines.map((value, index) => at(value, index + 1));
      const there = valueOf(likeness(at(own, 20), profileOf(references)));
      const turned = [...references.slice(turn), ...references.slice(0, turn)];
      const back = valueOf(likeness(at(own, 20), profileOf(turned)));
      expect(back.score).toBeCloseTo(there.score, 9);
      expect(back.raw).toBeCloseTo(there.raw, 9);
    }),
  );
});

test("a reference of an even set of photographs scores one, and no score leaves 0 to 1", () => {
  const cosine = fc.double({ min: 0.97, max: 0.995, noNaN: true });
  fc.assert(
    fc.property(
      cosine,
      fc.integer({ min: 1, max: 8 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (own, count, any) => {
        const references = Array.from({ length: count }, (_, index) => at(own, index + 1));
        const profile = profileOf(references);
        for (const reference of references) expect(valueOf(likeness(reference, profile)).score).toBe(1);
        const { score } = valueOf(likeness(at(any, 30), profile));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("nothing is compared across model versions, constants or kinds of picture", () => {
  const profile = profileOf([at(1)]);
  const refusal = { measurable: false, reason: "not-comparable" };
  expect(likeness({ ...at(1), modelVersion: "networks-2" }, profile)).toEqual(refusal);
  expect(likeness(drawn(1), profile)).toEqual(refusal);
  const older = { ...profile, measuredWith: { ...profile.measuredWith, calibration: "photographs-0" } };
  expect(likeness(at(1), older)).toEqual(refusal);
  const enough = profileOf([at(1), at(1), at(1)]);
  expect(skinTexture(at(1), enough).measurable).toBe(true);
  expect(skinTexture(drawn(1), enough)).toEqual(refusal);
  expect(skinTexture({ ...at(1), modelVersion: "networks-2" }, enough)).toEqual(refusal);
});

test("a broken embedding gives no number", () => {
  const broken = makeSingle({ embedding: new Float32Array(128).fill(Number.NaN) });
  const refusal = { measurable: false, reason: "not-comparable" };
  expect(likeness(broken, profileOf([at(1)]))).toEqual(refusal);
  expect(likeness(at(1), profileOf([broken]))).toEqual(refusal);
});

test("references that do not belong together make no profile", () => {
  expect(buildProfile([])).toEqual({ built: false, reason: "no-references" });
  expect(buildProfile([at(1), drawn(1)])).toEqual({ built: false, reason: "mixed-depictions" });
  expect(buildProfile([at(1), { ...at(1), modelVersion: "networks-2" }])).toEqual({
    built: false,
    reason: "mixed-model-versions",
  });
});

test("skin is smooth or rough only against the person's own selfies", () => {
  const skin = (sharpness: number): SingleFace =>
    makeSingle({ chip: { sharpness, meanLuma: 120, clippedShare: 0, lightAsymmetry: 0 } });
  const profile = profileOf([skin(80), skin(100), skin(160)]);
  const found = [40, 80, 130, 200].map((sharpness) => valueOf(skinTexture(skin(sharpness), profile)));
  expect(found.map(({ band }) => band)).toEqual([
    "smoother-than-every-selfie",
    "as-in-selfies",
    "as-in-selfies",
    "rougher-than-every-selfie",
  ]);
  expect(found.map(({ ratio }) => ratio)).toEqual([0.4, 0.8, 1.3, 2]);
  expect(skinTexture(skin(100), profileOf([skin(80), skin(100)]))).toMatchObject({
    reason: "not-comparable",
  });
  expect(skinTexture(makeSingle({}, { interocularPixels: 50 }), profile)).toMatchObject({
    reason: "too-small",
  });
});
