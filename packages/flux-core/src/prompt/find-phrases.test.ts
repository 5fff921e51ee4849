import { describe, expect, test } from "vitest";
import { indexPhrases, phraseLengthAt, wordsOf } from "./find-phrases.ts";

describe("phraseLengthAt", () => {
  test.each([[["big", "big smile", "big smile there"]], [["big smile there", "big", "big smile"]]])(
    "takes the longest phrase that stands there, in whatever order they are listed: %j",
    (phrases) => {
      const clause = "big smile there";
      expect(phraseLengthAt(clause, wordsOf(clause), 0, indexPhrases(phrases))).toBe(3);
    },
  );

  test("takes a shorter one where the longer does not run on", () => {
    const clause = "big smile, there";
    expect(phraseLengthAt(clause, wordsOf(clause), 0, indexPhrases(["big smile", "big smile there"]))).toBe(
      2,
    );
  });
});
