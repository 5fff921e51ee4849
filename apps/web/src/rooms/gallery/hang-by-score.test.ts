import { describe, expect, it } from "vitest";

import { portraitView } from "../../../test/views.ts";
import type { ScoredView } from "../../views/views.ts";
import { gallery } from "../../words/en/gallery.ts";
import { measuring } from "../../words/en/measuring.ts";
import { hangByScore } from "./hang-by-score.ts";
import { judgementOf } from "./judgement-of.ts";
import { unplacedSentence } from "./unplaced-note.tsx";

const words = { gallery, measuring };

function scored(score: number, naturalness: number, band: ScoredView["likeness"]["band"] = "good") {
  return {
    state: "scored",
    likeness: { score, band },
    naturalness,
    smile: 0.3,
    looksLikeAnother: false,
  } as const;
}
const on = (id: string, score: number, naturalness: number) =>
  portraitView({ id, kept: true, score: scored(score, naturalness) });

describe("a wall by score", () => {
  it("keeps the order it came in, cut where the number says, with nothing large", () => {
    const byLikeness = hangByScore(
      [on("d", 1, 0), on("c", 1, 1), on("b", 0.99, 1), on("a", 0, 1)],
      "likeness",
    );
    expect(byLikeness.map(({ name, portraits }) => [name, portraits.map(({ id }) => id)])).toEqual([
      [{ part: "own" }, ["d", "c"]],
      [{ part: "less" }, ["b", "a"]],
    ]);
    expect(byLikeness.map(({ largeId }) => largeId)).toEqual([null, null]);
    const byNaturalness = hangByScore([on("b", 0, 0.5), on("a", 1, 0.49)], "naturalness");
    expect(byNaturalness.map(({ key }) => key)).toEqual(["natural", "doubtful"]);
  });

  it("hangs nothing that has no score", () => {
    const waiting = portraitView({ id: "waiting", score: { state: "waiting" } });
    expect(hangByScore([portraitView(), waiting], "likeness")).toEqual([]);
  });
});

describe("what is said below a portrait", () => {
  it.each([
    ["likeness", scored(1, 0), { words: "Like you", tone: "plain" }],
    ["likeness", scored(0.4, 1, "weak"), { words: "Weakly like you", tone: "look" }],
    ["likeness", scored(0.1, 1, "not-recognisable"), { words: "Looks like somebody else", tone: "look" }],
    ["likeness", scored(1, 1, "copy-suspected"), { words: "Almost a copy of a photo", tone: "look" }],
    ["naturalness", scored(0.1, 0.64, "weak"), { words: "Natural: 64 of 100", tone: "plain" }],
    ["naturalness", scored(1, 0.2), { words: "Doubtful: 20 of 100", tone: "look" }],
  ] as const)("by %s, of %o, is %o", (order, score, judgement) => {
    expect(judgementOf(words, order, score)).toEqual(judgement);
  });
});

describe("what has no place on the wall", () => {
  it("is told with why, one sentence for all", () => {
    expect(unplacedSentence(words, [{ reason: "no-face", portraits: 1 }])).toBe(
      "1 portrait without a comparable number is not here: no face found.",
    );
    expect(
      unplacedSentence(words, [
        { reason: "not-comparable", portraits: 3 },
        { reason: "waiting", portraits: 1 },
        { reason: "other-constants", portraits: 1 },
      ]),
    ).toBe(
      "5 portraits without a comparable number are not here: drawings of a photographed person (3), being measured (1), measured by another scale (1).",
    );
  });
});
