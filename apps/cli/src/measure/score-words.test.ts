import { expect, it } from "vitest";
import type { MeasurementView } from "../client/views.ts";
import { measurementLines, scoreCells, whyUnscored } from "./score-words.ts";

const scored: Extract<MeasurementView, { state: "scored" }> = {
  state: "scored",
  likeness: { score: 0.91, band: "good" },
  naturalness: 0.88,
  smile: 0.1,
  looksLikeAnother: false,
  raw: 0.9512,
  eyes: null,
  fakeSmileRisk: 0,
  naturalnessReasons: [],
  texture: { ratio: 0.82, band: "smoother-than-every-selfie" },
  ownPhotos: { stranger: 0.86, likeness: [0.918, 0.975], smile: [0.1], skin: [1] },
  references: 12,
  measuredWith: "networks-1 photographs-1",
  measuredAt: "2026-11-14T07:42:00.000Z",
};

it("says how a portrait measures, against the person's own photos", () => {
  expect(measurementLines(scored)).toEqual([
    "Likeness: like the references, 91 of 100 (0.951; your own photos compare at 0.918 to 0.975).",
    "Expression: calm; natural 88 of 100.",
    "Skin: smoother than in every reference (0.82 of theirs).",
    "Measured with networks-1 photographs-1, against 12 photos. docs/MEASURING.md says how good this is.",
  ]);
});

it("says that a portrait of another person was told of, also in a list", () => {
  const other = {
    ...scored,
    looksLikeAnother: true,
    likeness: { score: 0, band: "not-recognisable" },
  } as const;
  expect(measurementLines(other).join(" ")).toContain("another person than you");
  expect(scoreCells(other)).toEqual(["0 of 100, another person?", "calm", "88 of 100"]);
});

it.each([
  [{ state: "off" }, "not measured here"],
  [{ state: "waiting" }, "being measured"],
  [{ state: "unscored", reason: "no-face" }, "not measured: no face was found"],
  [{ state: "unscored", reason: "no-references" }, "not measured: the photos it was made from are gone"],
] as const)("of %j it says why there is no number", (score, why) => {
  expect(whyUnscored(score)).toBe(why);
  expect(measurementLines(score)).toEqual([`Likeness: ${why}.`]);
  expect(scoreCells(score)).toEqual([why, "", ""]);
});
