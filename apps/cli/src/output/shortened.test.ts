import { expect, it } from "vitest";
import { shortened } from "./shortened.ts";

it.each([
  ["short", 5, "short"],
  ["a longer one", 8, "a longe…"],
  ["👩‍🎨👩‍🎨👩‍🎨", 2, "👩‍🎨…"],
])("shows %j in %i characters as %j", (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});
