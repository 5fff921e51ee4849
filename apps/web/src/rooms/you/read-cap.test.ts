import { describe, expect, it } from "vitest";

import { readCap } from "./read-cap.ts";

describe("what is written as a monthly limit", () => {
  it.each([
    ["", null],
    ["   ", null],
    ["0", 0],
    [" 250 ", 250],
    ["999999999", 999_999_999],
  ])("%j is %j credits", (text, cap) => {
    expect(readCap(text)).toEqual({ cap });
  });

  it.each(["-1", "1.5", "1e3", "ten", "1 000", "9999999999"])("%j is no limit", (text) => {
    expect(readCap(text)).toBe("not-whole");
  });
});
