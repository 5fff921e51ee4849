import fc from "fast-check";
import { expect, test } from "vitest";
import { makeMesh, makeSingle, type FaceShape } from "../test/make-face.ts";
import { buildProfile, type ExpressionBaseline } from "./build-profile.ts";
import { expression, type Expression, type ExpressionOptions } from "./expression.ts";
import type { FaceObservation, LandmarkPoint } from "./face-observation.ts";
import { measureGeometry } from "./measure-geometry.ts";

const neutral = { happy: 0, neutral: 1, sad: 0, angry: 0, fearful: 0, disgusted: 0, surprised: 0 };
const happy: Partial<FaceObservation> = { expression: { ...neutral, happy: 1, neutral: 0 } };
const broad: FaceShape = { lift: 0.2, mouthWidth: 1.2, parting: 0.3, aperture: 0.3 };

function express(
  shape: FaceShape,
  changes: Partial<FaceObservation> = {},
  options: ExpressionOptions = {},
): Expression {
  const result = expression(makeSingle(changes, shape), options);
  if (!result.measurable) throw new Error(result.reason);
  return result.value;
}

function restOf(...apertures: number[]): ExpressionBaseline {
  const built = buildProfile(apertures.map((aperture) => makeSingle({}, { aperture })));
  if (!built.built || built.profile.baseline === null) throw new Error("The references are not calm enough.");
  return built.profile.baseline;
}

const anyShape: fc.Arbitrary<FaceShape> = fc.record({
  lift: fc.double({ min: -0.1, max: 0.25, noNaN: true }),
  mouthWidth: fc.double({ min: 0.6, max: 1.4, noNaN: true }),
  parting: fc.double({ min: 0, max: 0.6, noNaN: true }),
  aperture: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
  unevenness: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
});

/** The partner of each point on the other side of the face. */
const partners = new Map(
  [
    [33, 263],
    [133, 362],
    [61, 291],
    [78, 308],
    [82, 312],
    [87, 317],
    [160, 387],
    [158, 385],
    [144, 373],
    [153, 380],
  ].flatMap(
    ([left = 0, right = 0]) =>
      [
        [left, right],
        [right, left],
      ] as const,
  ),
);

function mirror(mesh: readonly LandmarkPoint[]): LandmarkPoint[] {
  return mesh.map((point, index) => {
    const [x, y, z] = mesh[partners.get(index) ?? index] ?? point;
    return [-x, y, z];
  });
}

test("scale, place, roll and mirroring change neither mouth nor eyes", () => {
  const change = fc.record({
    scale: fc.double({ min: 0.3, max: 5, noNaN: true }),
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    roll: fc.double({ min: -3, max: 3, noNaN: true }),
    flip: fc.boolean(),
  });
  fc.assert(
    fc.property(anyShape, change, (shape, { scale, x, y, roll, flip }) => {
      const mesh = makeMesh(shape);
      const moved = (flip ? mirror(mesh) : mesh).map(([px, py, z]): LandmarkPoint => [
        scale * (px * Math.cos(roll) - py * Math.sin(roll)) + x,
        scale * (px * Math.sin(roll) + py * Math.cos(roll)) + y,
        z,
      ]);
      const before = measureGeometry({ mesh });
      const after = measureGeometry({ mesh: moved });
      expect(after.lift).toBeCloseTo(before.lift, 6);
      expect(after.mouthWidth).toBeCloseTo(before.mouthWidth, 6);
      expect(after.lipParting).toBeCloseTo(before.lipParting, 6);
      expect(after.eyeAperture).toBeCloseTo(before.eyeAperture, 6);
      expect(after.asymmetry).toBeCloseTo(before.asymmetry, 6);
      expect(after.interocularPixels / before.interocularPixels).toBeCloseTo(scale, 6);
    }),
  );
});

test("the geometry is what the face was made with", () => {
  // The corners are 0.9 apart across and 0.04 in height: 0.900888.
  const { lift, mouthWidth, lipParting, eyeAperture, asymmetry } = measureGeometry({
    mesh: makeMesh({ lift: 0.1, mouthWidth: 0.9, parting: 0.2, aperture: 0.28, unevenness: 0.04 }),
  });
  const found = [lift, mouthWidth, lipParting, eyeAperture, asymmetry];
  expect(found.map((value) => Number(value.toFixed(6)))).toEqual([0.1, 0.900888, 0.2, 0.28, 0.04]);
});

test("raising the corners of the mouth never lowers the smile", () => {
  fc.assert(
    fc.property(anyShape, fc.double({ min: 0, max: 0.2, noNaN: true }), (shape, raise) => {
      const raised = { ...shape, lift: (shape.lift ?? 0) + raise };
      expect(express(raised, happy).smile).toBeGreaterThanOrEqual(express(shape, happy).smile - 1e-9);
    }),
  );
});

test("every share stays between 0 and 1, and naturalness is one less the heaviest reason", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyShape, share, share, fc.boolean(), (shape, happiness, angry, withRest) => {
      const found = express(
        shape,
        { expression: { ...neutral, happy: happiness, angry } },
        { baseline: withRest ? restOf(0.3, 0.3, 0.3) : null },
      );
      for (const value of [found.smile, found.teeth, found.fakeSmileRisk, found.excess, found.naturalness]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      expect(found.naturalness).toBeCloseTo(1 - Math.max(0, ...found.reasons.map(({ loss }) => loss)), 12);
    }),
  );
});

test("a calm face is natural, with nothing to say", () => {
  expect(express({})).toMatchObject({
    fakeSmileRisk: 0,
    excess: 0,
    naturalness: 1,
    duchenne: null,
    reasons: [],
  });
});

test("a broad smile is excess, by as much as was not asked for", () => {
  const [none, natural, warm] = (["neutral", "natural", "warm"] as const).map(
    (target) => express(broad, happy, { target }).excess,
  );
  expect(express(broad, happy).smile).toBe(1);
  expect([none, natural, warm]).toEqual([1, 1, 1]);
  const softer = { ...broad, lift: 0.08, mouthWidth: 1.05 };
  // Shape 0.5 × 0.09 / 0.15 + 0.5 × 0.27 / 0.45 = 0.6.
  expect(express(softer, happy).smile).toBeCloseTo(0.6, 9);
  expect(express(softer, happy, { target: "neutral" }).excess).toBeCloseTo(0.5, 9);
  expect(express(softer, happy, { target: "natural" }).excess).toBeCloseTo(0.05 / 0.45, 9);
  expect(express(softer, happy, { target: "warm" }).excess).toBe(0);
});

test("either network is enough for a smile, none makes it a grimace", () => {
  expect(express(broad, { happyBySecondNetwork: 1 }).smile).toBe(1);
  const grimace = express(broad);
  expect(grimace.smile).toBeCloseTo(0.3, 9);
  expect(grimace.reasons[0]).toEqual({ code: "grimace", loss: 1 });
});

test("eyes that smile too lower the risk of a fake smile, but only against the person's own calm eyes", () => {
  const baseline = restOf(0.36, 0.36, 0.36);
  const open = express({ ...broad, aperture: 0.37 }, happy, { baseline });
  const half = express({ ...broad, aperture: 0.306 }, happy, { baseline });
  const laughing = express({ ...broad, aperture: 0.19 }, happy, { baseline });
  expect([open.duchenne, laughing.duchenne]).toEqual([0, 1]);
  expect(half.duchenne).toBeCloseTo(0.5, 9);
  expect([open.fakeSmileRisk, laughing.fakeSmileRisk]).toEqual([1, 0]);
  expect(express(broad, happy).fakeSmileRisk).toBeCloseTo(0.5, 9);
});

test("eyes are not read from the side or in a small face", () => {
  const baseline = restOf(0.3, 0.3, 0.3);
  const pose = { yawDegrees: 21, pitchDegrees: 0, rollDegrees: 0 };
  expect(express(broad, { ...happy, pose }, { baseline }).duchenne).toBeNull();
  expect(express({ ...broad, interocularPixels: 59 }, happy, { baseline }).duchenne).toBeNull();
});

test("a resting face that looks like a smile to others is not one against its own baseline", () => {
  const resting: FaceShape = { lift: 0.02, mouthWidth: 0.82 };
  const built = buildProfile([1, 2, 3].map(() => makeSingle({}, resting)));
  if (!built.built) throw new Error(built.reason);
  expect(express(resting, happy).smile).toBeGreaterThan(0.1);
  expect(express(resting, happy, { baseline: built.profile.baseline }).smile).toBeCloseTo(0, 9);
});

test("fewer than three calm references make no baseline", () => {
  const built = buildProfile([makeSingle(), makeSingle(), makeSingle(happy, broad)]);
  expect(built).toMatchObject({ built: true, profile: { baseline: null } });
});

test("an uneven mouth and a tense face take from naturalness", () => {
  expect(express({ unevenness: 0.11 }).reasons).toEqual([
    { code: "uneven-mouth", loss: expect.closeTo(0.5, 9) },
  ]);
  const tense = express({}, { expression: { ...neutral, disgusted: 0.5 } });
  expect(tense.reasons).toEqual([{ code: "tense", loss: 0.35 }]);
  expect(tense.naturalness).toBeCloseTo(0.65, 12);
});

test("a baseline of another model version is refused", () => {
  const baseline = restOf(0.3, 0.3, 0.3);
  const newer = { ...makeSingle(), modelVersion: "networks-2" };
  expect(expression(newer, { baseline })).toEqual({ measurable: false, reason: "not-comparable" });
});
