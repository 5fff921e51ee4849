import { describe, expect, it } from "vitest";

import type { ScoredMeasurement } from "../../views/views.ts";
import { measuring } from "../../words/en/measuring.ts";
import { measuresOf } from "./measures-of.ts";

function scored(differing: Partial<ScoredMeasurement> = {}): ScoredMeasurement {
  return {
    state: "scored",
    likeness: { score: 0.9, band: "good" },
    naturalness: 0.93,
    smile: 0.3,
    looksLikeAnother: false,
    raw: 0.951,
    eyes: null,
    fakeSmileRisk: 0,
    naturalnessReasons: [],
    texture: { ratio: 0.5, band: "smoother-than-every-selfie" },
    ownPhotos: {
      stranger: 0.86,
      likeness: [0.918, 0.975, 0.94],
      smile: [0.1, 0.4, 0.8],
      skin: [0.9, 1, 1.12],
    },
    references: 3,
    measuredWith: "networks-1 photographs-1",
    measuredAt: "2026-11-14T07:42:00.000Z",
    ...differing,
  };
}

const [like, face, skin] = [0, 1, 2] as const;
const measureOf = (index: 0 | 1 | 2, differing: Partial<ScoredMeasurement> = {}) => {
  const measure = measuresOf(measuring, scored(differing))[index];
  if (measure === undefined) throw new Error("There are three measures");
  return measure;
};

describe("looks like you", () => {
  it("stands between strangers and the person's own photos, and says where those lie", () => {
    const { bar, verdict, tone, sentences } = measureOf(like);
    expect(bar?.at).toBeCloseTo(0.65, 2);
    expect(Math.min(...(bar?.own ?? []))).toBeCloseTo(0.414, 2);
    expect([verdict, tone]).toEqual(["Within your range", "good"]);
    expect(sentences).toEqual(["0.951. Your own photos compare at 0.918 to 0.975 with one another."]);
  });

  it.each([
    [{ raw: 0.91, likeness: { score: 0.5, band: "good" } }, "Like you", "good"],
    [{ likeness: { score: 0.4, band: "weak" } }, "Weakly like you", "look"],
    [{ likeness: { score: 1, band: "copy-suspected" } }, "Almost a copy of a photo", "look"],
  ] as const)("%j reads %s", (differing, verdict, tone) => {
    expect(measureOf(like, differing)).toMatchObject({ verdict, tone });
  });

  it("says that a portrait of somebody else was told of", () => {
    const other = measureOf(like, {
      likeness: { score: 0, band: "not-recognisable" },
      looksLikeAnother: true,
    });
    expect(other).toMatchObject({ verdict: "Looks like somebody else", tone: "look" });
    expect(other.sentences).toContain(measuring.likeness.alarm);
  });

  it("says nothing of a range that a single photo does not have", () => {
    const alone = measureOf(like, { ownPhotos: { stranger: 0.86, likeness: [], smile: [0], skin: [] } });
    expect(alone.bar?.own).toEqual([]);
    expect(alone.sentences).toEqual(["0.951, held against a single photo of yours."]);
  });
});

describe("expression", () => {
  it.each([
    [0, "Calm"],
    [0.2, "Calm"],
    [0.21, "A soft smile"],
    [0.56, "A smile"],
    [0.76, "A wide smile"],
  ])("a smile of %d is %s", (smile, verdict) => {
    expect(measureOf(face, { smile })).toMatchObject({ verdict, tone: "plain", bar: { at: smile } });
  });

  it("counts the photos that smile more, and names what takes most from naturalness", () => {
    expect(measureOf(face).sentences).toEqual([
      "2 of your 3 photos smile more than this.",
      "Natural: 93 of 100.",
    ]);
    expect(
      measureOf(face, { smile: 0.9, naturalnessReasons: ["too-much-smile", "tense"] }).sentences,
    ).toEqual([
      "None of your photos smiles more than this.",
      "Natural: 93 of 100; more smile than was asked for.",
    ]);
  });
});

describe("skin", () => {
  it("is drawn by doublings around one's own", () => {
    expect(measureOf(skin).bar?.at).toBeCloseTo(0.25, 5);
    expect(measureOf(skin, { texture: { ratio: 1, band: "as-in-selfies" } })).toMatchObject({
      tone: "good",
      bar: { at: 0.5 },
    });
  });

  it("is said not to be told where it is not", () => {
    expect(measureOf(skin, { texture: null })).toMatchObject({
      bar: null,
      sentences: [measuring.skin.unknown],
    });
  });
});
