import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

const textOf = (text: string): string => cleanText(text).text;

describe("cleanText", () => {
  test("normalises to NFC", () => {
    expect(textOf("cafe\u0301")).toBe("café");
  });

  test.each([
    ["control characters", "a\0b\u0007c\u009f", "abc"],
    ["bidirectional characters", "a\u202eb\u2066c\u200ed\u061c", "abcd"],
    ["zero-width characters", "a\u200bb\u2060c\ufeffd\u00ade\u034f", "abcde"],
    ["lone surrogates", "a\ud800b\udc00c", "abc"],
    ["annotation characters", "a\ufff9b\ufffbc", "abc"],
    ["tags", "a\u{e0041}b", "ab"],
    ["joiners between digits", "1\u200d2\u200c3", "123"],
    ["joiners at the ends of words", "\u200da\u200c b\u200d", "a b"],
    ["doubled joiners", "a\u200d\u200db", "ab"],
    ["a joiner behind an emoji that nothing follows", "👩\u200d a", "👩 a"],
    ["variation selectors behind letters", "a\ufe0fb\ufe0e", "ab"],
    ["a joiner beside a digit", "a\u200d1", "a1"],
    ["a joiner between a letter and an emoji", "a\u200d👩", "a👩"],
    ["a non-joiner inside emoji", "👩\u200c👩", "👩👩"],
    ["a second variation selector", "❤\ufe0f\ufe0f", "❤\ufe0f"],
  ])("removes %s", (_what, dirty, clean) => {
    expect(cleanText(dirty)).toMatchObject({ text: clean, unseenRemoved: true });
  });

  test.each([
    ["a non-joiner in Persian", "نمی\u200cخواهم"],
    ["a joiner in Hindi", "क्\u200dष"],
    ["a family emoji", "👨\u200d👩\u200d👧"],
    ["a profession with skin tone", "👩🏽\u200d🚀"],
    ["an emoji with variation selector and joiner", "❤\ufe0f\u200d🔥"],
    ["a keycap", "3\ufe0f\u20e3"],
    ["a flag", "🇫🇷"],
    ["Arabic number signs", "\u0600١٢"],
  ])("keeps %s", (_what, text) => {
    expect(cleanText(text)).toEqual({
      text,
      unseenRemoved: false,
      markdownStripped: false,
      weightsUnwrapped: false,
    });
  });

  test.each([
    ["a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["a\t b\u00a0\u3000c", "a b c"],
    ["a\tb", "a b"],
    ["b\n( soft:1.3)", "b\nsoft"],
    ["[b ](#x)\nc", "b\nc"],
    ["  a  b \n  c ", "a b\nc"],
  ])("makes line breaks and spaces of %j plain", (dirty, clean) => {
    expect(textOf(dirty)).toBe(clean);
  });

  test.each([
    ["(soft light:1.3)", "soft light"],
    ["( soft light : 1.3 )", " soft light"],
    ["(a:3)", "a"],
    ["(a:0)", "a"],
    ["(a:.5)", "a"],
    ["(r5:1.2)", "r5"],
    ["((soft light:1.2) at sea:1.1)", "soft light at sea"],
    ["(a (b) c:1.5)", "a (b) c"],
    ["(note: soft:1.2)", "note: soft"],
    ["(5 roses:2)", "5 roses"],
    ["(red, blue:1.2)", "red, blue"],
    ["x (女性:1.2) y", "x 女性 y"],
  ])("unwraps the weight of %j", (text, words) => {
    expect(cleanText(text)).toMatchObject({ text: words.trim(), weightsUnwrapped: true });
  });

  test.each([
    "(a:3.1)",
    "(at 10:30)",
    "(ratio 3:2)",
    "(16:9)",
    "(1:1.5)",
    "(a:b)",
    "(a:1.2",
    "a:1.2)",
    "(a:-1)",
    "(a)",
    "(a:1.2x)",
    "[a:1.2]",
    "(:1.2)",
    "a:1.2) (b)",
  ])("leaves %j, which is no weight", (text) => {
    expect(cleanText(text)).toMatchObject({ text, weightsUnwrapped: false });
  });

  test.each([
    ["1. coat", "coat"],
    ["12. coat", "coat"],
    ["- coat", "coat"],
    ["  # head", "head"],
    ["# head ###", "head"],
    ["# a # b", "a # b"],
    ["coat #", "coat #"],
    ["##", ""],
    ["-", ""],
    ["a \\\\# b", "a # b"],
    ["*a* b", "a b"],
    ["b *a*", "b a"],
    ["5***3", "53"],
    ["5*3", "5*3"],
    ["__a b__", "a b"],
    ["snake__ case", "snake case"],
    ["```\na\n```", "a"],
    ["~~~waves at sea", "waves at sea"],
    ["a ```", "a"],
    ["~waves", "~waves"],
    ["[sea](http://x.y)", "sea"],
    ['[sea](https://x.y  "t")', "sea"],
  ])("takes the markdown off %j", (text, words) => {
    expect(textOf(text)).toBe(words);
  });

  test("says what it did", () => {
    expect(cleanText("a coat")).toEqual({
      text: "a coat",
      unseenRemoved: false,
      markdownStripped: false,
      weightsUnwrapped: false,
    });
    expect(cleanText("**a** (b:1.1)\u200b")).toEqual({
      text: "a b",
      unseenRemoved: true,
      markdownStripped: true,
      weightsUnwrapped: true,
    });
  });

  test("finds nothing left to clean the second time", () => {
    for (const text of ["# **a** (b:1.1)\u200b", "- > 1. x *y* `z`", "`*`a`*`", "[[a](#)](#)", "\\\\*a"]) {
      expect(textOf(textOf(text))).toBe(textOf(text));
    }
  });
});
