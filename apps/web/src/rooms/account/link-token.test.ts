import { describe, expect, it } from "vitest";

import { linkToken } from "./link-token.ts";

describe("the token of a mail's link", () => {
  it.each([
    ["#token=abc", "abc"],
    ["token=abc", "abc"],
    ["#token=a%2Bb%3D", "a+b="],
    ["#token=", null],
    ["#other=abc", null],
    ["", null],
  ])("in %o is %o", (hash, token) => {
    expect(linkToken(hash)).toBe(token);
  });
});
