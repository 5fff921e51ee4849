import { expect, test } from "vitest";
import { analysisOf, embeddingAt, makeFace, makeMesh, makeSingle } from "../test/make-face.ts";
import { differenceHash, hashDistance } from "./difference-hash.ts";
import type { ChipFigures, FaceObservation } from "./face-observation.ts";
import { gateSelfie } from "./gate-selfie.ts";
import { judgeSelfieSet } from "./judge-selfie-set.ts";
import { nearDuplicates, type SetSelfie } from "./near-duplicates.ts";
import { singleFace } from "./single-face.ts";

const clear: ChipFigures = { sharpness: 150, meanLuma: 120, clippedShare: 0, lightAsymmetry: 0.1 };
const chip = (changes: Partial<ChipFigures>): FaceObservation => makeFace({ chip: { ...clear, ...changes } });
const turned = (yawDegrees: number, pitchDegrees = 0) => ({
  pose: { yawDegrees, pitchDegrees, rollDegrees: 0 },
});
const second = (share: number): FaceObservation =>
  makeFace({ box: { x: 0, y: 0, width: 200 * share, height: 260 } });

/** A mesh of 500 points, so many of them right of the picture. */
const cutOff = (outside: number): FaceObservation["mesh"] => [
  ...makeMesh(),
  ...Array.from({ length: 32 }, (_, index) => [index < outside ? 610 : 300, 300, 0] as const),
];

test("accepts a clear selfie, also turned to the side", () => {
  expect(gateSelfie(analysisOf(makeFace()))).toEqual({ verdict: "accept", issues: [] });
  expect(gateSelfie(analysisOf(makeFace(turned(35, -25)))).verdict).toBe("accept");
});

test.each([
  ["blurred", "reject", chip({ sharpness: 11 })],
  ["blurred", "warn", chip({ sharpness: 39 })],
  ["blurred", "reject", chip({ sharpness: Number.NaN })],
  ["too-dark", "reject", chip({ meanLuma: 44 })],
  ["too-dark", "warn", chip({ meanLuma: 64 })],
  ["too-bright", "warn", chip({ meanLuma: 196 })],
  ["too-bright", "reject", chip({ meanLuma: 216 })],
  ["over-exposed", "reject", chip({ clippedShare: 0.26 })],
  ["uneven-light", "warn", chip({ lightAsymmetry: 0.31 })],
  ["face-too-small", "reject", makeFace({}, { interocularPixels: 39 })],
  ["face-too-small", "warn", makeFace({}, { interocularPixels: 59 })],
  ["turned-away", "reject", makeFace(turned(-36))],
  ["tilted-up-or-down", "reject", makeFace(turned(0, 26))],
  ["cut-off", "warn", makeFace({ mesh: [...makeMesh(), [610, 300, 0]] })],
] as const)("finds %s and says %s", (code, severity, face) => {
  expect(gateSelfie(analysisOf(face))).toEqual({ verdict: severity, issues: [{ code, severity }] });
});

test("one rejection outweighs warnings, and all are named", () => {
  const { verdict, issues } = gateSelfie(analysisOf(chip({ sharpness: 20, meanLuma: 30 })));
  expect(verdict).toBe("reject");
  expect(issues.map(({ code }) => code)).toEqual(["blurred", "too-dark"]);
});

test("a ghost and a small face in the background are no second face", () => {
  const ghost = makeFace({ boxScore: 0.51, box: { x: 0, y: 0, width: 400, height: 400 } });
  expect(gateSelfie(analysisOf(ghost, makeFace(), second(0.14))).verdict).toBe("accept");
  expect(gateSelfie(analysisOf(makeFace(), second(0.16))).issues).toEqual([
    { code: "several-faces", severity: "reject" },
  ]);
  expect(gateSelfie(analysisOf(ghost)).issues).toEqual([{ code: "no-face", severity: "reject" }]);
});

test("a file that is no picture is no selfie", () => {
  expect(gateSelfie({ analyzed: false, cause: "bad-picture" })).toEqual({
    verdict: "reject",
    issues: [{ code: "undecodable", severity: "reject" }],
  });
});

test("a face of which no more than a twentieth lies outside is measured", () => {
  expect(singleFace(analysisOf(makeFace({ mesh: cutOff(25) })), "photograph").measurable).toBe(true);
});

test("without the networks a selfie is neither good nor bad", () => {
  expect(gateSelfie({ analyzed: false, cause: "models-missing" }).verdict).toBe("not-judged");
});

test.each([
  ["unavailable", { analyzed: false, cause: "crashed" }],
  ["models-missing", { analyzed: false, cause: "models-missing" }],
  ["undecodable", { analyzed: false, cause: "bad-picture" }],
  ["cut-off", analysisOf(makeFace({ mesh: cutOff(30) }))],
  ["no-face", analysisOf()],
  ["several-faces", analysisOf(makeFace(), second(0.5))],
  ["too-small", analysisOf(makeFace({}, { interocularPixels: 39 }))],
  ["too-small", analysisOf(makeFace({ mesh: [] }))],
  ["profile", analysisOf(makeFace(turned(36)))],
] as const)("where nothing can be measured it says %s", (reason, analysis) => {
  expect(singleFace(analysis, "photograph")).toEqual({ measurable: false, reason });
});

test("the one face comes with what saw it and what it is a picture of", () => {
  const face = makeFace();
  expect(singleFace(analysisOf(second(0.1), face), "drawn")).toEqual({
    measurable: true,
    value: { face, depiction: "drawn", modelVersion: "networks-1" },
  });
});

test("the hash tells which pixels are brighter than their right neighbour", () => {
  expect(differenceHash(Array.from({ length: 72 }, (_, index) => index % 9))).toBe("0000000000000000");
  expect(differenceHash(Array.from({ length: 72 }, (_, index) => 9 - (index % 9)))).toBe("ffffffffffffffff");
  expect(() => differenceHash([1, 2])).toThrow("72 grey pixels");
  expect([hashDistance("000000000000000f", "0"), hashDistance("ff", "ff")]).toEqual([4, 0]);
});

const hashes = [
  "0000000000000000",
  "00000000ffffffff",
  "ffffffff00000000",
  "0f0f0f0f0f0f0f0f",
  "f0f0f0f0f0f0f0f0",
];
const moreHashes = ["3333333333333333", "cccccccccccccccc", "5555555555555555", "aaaaaaaaaaaaaaaa"];

/** Nine selfies of one person: two from the side, three smiling. */
function goodSet(): SetSelfie[] {
  return [...hashes, ...moreHashes].map((hash, index) => ({
    id: `selfie-${index + 1}`,
    hash,
    observation: makeSingle(
      {
        embedding: embeddingAt(0.98, index + 1),
        ...turned(index < 2 ? 30 : 0),
        happyBySecondNetwork: index > 5 ? 1 : 0,
      },
      index > 5 ? { lift: 0.1, mouthWidth: 1 } : {},
    ),
  }));
}

function withFirst(change: (first: SetSelfie, second: SetSelfie) => SetSelfie): SetSelfie[] {
  const [first, next, ...rest] = goodSet();
  if (first === undefined || next === undefined) throw new Error("The set is empty.");
  return [change(first, next), next, ...rest];
}

test("a set with both sides, both expressions and enough selfies is ready", () => {
  expect(judgeSelfieSet(goodSet())).toEqual({
    verdict: "ready",
    usable: 9,
    angles: { front: 7, side: 2 },
    expressions: { calm: 6, smiling: 3, between: 0 },
    anotherPerson: [],
    nearDuplicates: [],
    missing: [],
  });
});

test("says what a set lacks", () => {
  expect(judgeSelfieSet([])).toMatchObject({ verdict: "not-enough", missing: ["more-selfies"] });
  expect(judgeSelfieSet(goodSet().slice(2)).missing).toEqual(["more-selfies", "side-views"]);
  expect(judgeSelfieSet(goodSet().slice(0, 5)).missing).toEqual(["more-selfies", "front-views", "smile"]);
  expect(judgeSelfieSet(goodSet().slice(6)).missing).toContain("calm-expression");
});

test("finds the selfie of another person, and counts it out", () => {
  const set = withFirst((first) => ({
    ...first,
    observation: makeSingle({ embedding: embeddingAt(0.85, 50) }),
  }));
  expect(judgeSelfieSet(set)).toMatchObject({
    verdict: "not-enough",
    usable: 8,
    anotherPerson: ["selfie-1"],
    missing: ["one-person"],
  });
});

test("finds a drawing among photographs", () => {
  const set = withFirst((first) => ({ ...first, observation: { ...first.observation, depiction: "drawn" } }));
  expect(judgeSelfieSet(set).anotherPerson).toEqual(["selfie-1"]);
});

test("counts a copy once, and tells it from another picture of the same moment", () => {
  const copied = withFirst((first, next) => ({ ...next, id: first.id, hash: "00000000fffffff0" }));
  expect(judgeSelfieSet(copied)).toMatchObject({
    usable: 8,
    nearDuplicates: [{ first: "selfie-1", second: "selfie-2", kind: "same-picture" }],
    missing: ["variety"],
    verdict: "could-be-better",
  });
  const moment = withFirst((first, next) => ({ ...first, hash: next.hash }));
  expect(nearDuplicates(moment)).toEqual([{ first: "selfie-1", second: "selfie-2", kind: "same-session" }]);
  expect(judgeSelfieSet(moment).usable).toBe(9);
});
