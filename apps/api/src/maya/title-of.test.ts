import fc from "fast-check";
import { expect, test } from "vitest";
import { titleOf } from "./title-of.ts";

test.each([
  [
    "I need something for the jacket of my book. Serious, but not cold.",
    "I need something for the jacket of my book",
  ],
  ["at the lake", "at the lake"],
  ["At the lake?\nIn a red coat", "At the lake"],
  [
    "a portrait that looks like the one on the back of the book my grandmother wrote in 1962",
    "a portrait that looks like the one on the back of the book…",
  ],
  ["!!!", "…"],
])("the title of %j is %j", (text, title) => {
  expect(titleOf(text)).toBe(title);
});

test("a title is one line of at most 60 characters, and never empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const title = titleOf(text);
      expect(Array.from(title).length).toBeLessThanOrEqual(60);
      expect(title).not.toBe("");
      expect(title).not.toMatch(/[\n\r]/);
    }),
  );
});
