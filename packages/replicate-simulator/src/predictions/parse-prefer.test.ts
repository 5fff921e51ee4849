import { expect, it } from "vitest";
import { parsePrefer } from "./parse-prefer.ts";

it.each([
  [undefined, null],
  ["wait", 60_000],
  ["wait=1", 1000],
  ["wait=60", 60_000],
  ["wait=75", 60_000],
  ["wait=0", null],
  ["wait=100", null],
  ["respond-async", null],
])("reads %j as %j milliseconds", (header, milliseconds) => {
  expect(parsePrefer(header)).toBe(milliseconds);
});
