import { describe, expect, test } from "vitest";
import { stripLine } from "./strip-markdown.ts";
import { hasContent, tidyClause } from "./tidy-clause.ts";

describe("tidyClause", () => {
  test.each([
    ["red coat", "red coat"],
    ["  red   coat ", "red coat"],
    ["a \0 b", "a b"],
    ["a\0b", "a b"],
    ["a()b", "a b"],
    [": : woman : :", "woman"],
    ["-- woman --", "woman"],
    ["two  spaces", "two spaces"],
    ["trailing ", "trailing"],
    ["\0", ""],
    ["(\0, woman)", "(woman)"],
    ["(woman, \0)", "(woman)"],
    ["(a, \0, b)", "(a, b)"],
    ["[a，，b]", "[a，b]"],
    ["a (\0) b", "a b"],
    ["a ({[\0]}) b", "a b"],
    [": woman", "woman"],
    ["Outfit:", "Outfit"],
    ["- woman -", "woman"],
    ["— woman", "woman"],
    ["-5 degrees", "-5 degrees"],
    ["* woman _", "woman"],
    ["| woman |", "woman"],
    ["wow!!", "wow"],
    ["wow.", "wow"],
    ["wow。", "wow"],
    ["etc.", "etc."],
    ["size m.", "size m."],
    ["wow..", "wow"],
    ["etc..", "etc"],
    ["wow. :", "wow"],
    [".5 mm", ".5 mm"],
    ["f/1.8", "f/1.8"],
    ["(a b )", "(a b)"],
    ["$5", "$5"],
    ["# head #", "head"],
    ["> 1) coat", "coat"],
    ["#1 fan", "#1 fan"],
  ])("makes %j %j", (clause, tidied) => {
    expect(tidyClause(clause)).toBe(tidied);
    expect(tidyClause(tidied)).toBe(tidied);
  });
});

describe("stripLine", () => {
  test("takes the marks of a heading from both its ends, whatever stands between", () => {
    expect(stripLine("## head   ##")).toBe("head");
    expect(stripLine("  ``` ")).toBe("");
  });
});

describe("hasContent", () => {
  test.each(["a", "夜", "7", "٣", "😀", "🇫🇷", "©", "(x)"])("is so for %j", (clause) => {
    expect(hasContent(clause)).toBe(true);
  });

  test.each(["", " ", "—", "…", "()", "#*", "\u0301", "$"])("is not so for %j", (clause) => {
    expect(hasContent(clause)).toBe(false);
  });
});
