import { expect, it } from "vitest";
import { readRetryAfterMs } from "./read-retry-after.ts";

const now = new Date("2026-05-04T10:00:00Z");

it.each([
  ["5", 5_000],
  [" 30 ", 30_000],
  ["0", 0],
  ["1.5", 1_500],
  ["Mon, 04 May 2026 10:01:00 GMT", 60_000],
  ["Mon, 04 May 2026 09:00:00 GMT", 0],
  ["soon", null],
  ["-5", null],
  ["2026", 2_026_000],
  ["Monday, whenever", null],
  ["", null],
  [null, null],
])("reads %j as %j milliseconds", (header, expected) => {
  expect(readRetryAfterMs(header, now)).toBe(expected);
});
