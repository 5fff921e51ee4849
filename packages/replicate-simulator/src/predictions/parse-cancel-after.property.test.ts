import { assert, integer, property, string } from "fast-check";
import { expect, it } from "vitest";
import { parseCancelAfter } from "./parse-cancel-after.ts";

it.each([
  ["30s", 30_000],
  ["5m", 300_000],
  ["1h30m45s", 5_445_000],
  ["2h30m", 9_000_000],
  ["30", 30_000],
  ["5s", 5000],
  ["4s", null],
  ["4", null],
  ["", null],
  ["soon", null],
  ["-30s", null],
  ["30s5m", null],
])("reads %j as %j milliseconds", (header, milliseconds) => {
  expect(parseCancelAfter(header)).toBe(milliseconds);
});

it("reads hours, minutes and seconds together", () => {
  assert(
    property(
      integer({ min: 0, max: 99 }),
      integer({ min: 0, max: 99 }),
      integer({ min: 5, max: 99 }),
      (h, m, s) => {
        expect(parseCancelAfter(`${h}h${m}m${s}s`)).toBe(1000 * (3600 * h + 60 * m + s));
      },
    ),
  );
});

it("never gives less than five seconds, whatever it is given", () => {
  assert(property(string(), (text) => (parseCancelAfter(text) ?? 5000) >= 5000));
});
