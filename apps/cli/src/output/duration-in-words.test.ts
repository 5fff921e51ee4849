import { expect, it } from "vitest";
import { durationInWords } from "./duration-in-words.ts";

it.each([
  [400, "0 s"],
  [59_400, "59 s"],
  [59_600, "1 min"],
  [90_000, "2 min"],
  [3_599_000, "1 h"],
  [3_900_000, "1 h 5 min"],
  [7_200_000, "2 h"],
])("says %i ms as %j", (durationMs, words) => {
  expect(durationInWords(durationMs)).toBe(words);
});
