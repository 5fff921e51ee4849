import { describe, expect, test } from "vitest";
import { closedBrackets } from "./closed-brackets.ts";

describe("closedBrackets", () => {
  test.each([
    ["none", [], []],
    ["(a)", [{ open: 0, close: 2 }], []],
    [
      "(a)[b]{c}",
      [
        { open: 0, close: 2 },
        { open: 3, close: 5 },
        { open: 6, close: 8 },
      ],
      [],
    ],
    ["((a)(b))", [{ open: 0, close: 7 }], []],
    ["(a", [], [0]],
    ["((", [], [0, 1]],
    ["a)", [], []],
    ["([)]", [{ open: 0, close: 2 }], [1]],
    ["([)", [{ open: 0, close: 2 }], [1]],
    ["((a)", [{ open: 1, close: 3 }], [0]],
    ["(a)(b", [{ open: 0, close: 2 }], [3]],
  ])("of %j are %j, unclosed are %j", (text, pairs, unclosed) => {
    expect(closedBrackets(text)).toEqual({ pairs, unclosed });
  });
});
