import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../test/property-runs.ts";
import { findForeignTrigger } from "./find-foreign-trigger.ts";
import { foldForComparison } from "./fold-for-comparison.ts";
import { lookAlikes } from "./look-alikes.ts";

const own = "user20417733";

describe("findForeignTrigger", () => {
  test.each([
    ["user20417734", "user20417734"],
    ["a woman, user204177331234.", "user204177331234"],
    ["USER20417734", "user20417734"],
    ["_user20417734_", "user20417734"],
    ["user20417734_x", "user20417734"],
    ["-user20417734-", "user20417734"],
    ["user20417734's", "user20417734"],
    ["ｕｓｅｒ２０４１７７３４", "user20417734"],
    ["user٢٠٤١٧٧٣٤", "user20417734"],
    ["user२०४१७७३४", "user20417734"],
    ["𝐮𝐬𝐞𝐫𝟐𝟎𝟒𝟏𝟕𝟕𝟑𝟒", "user20417734"],
    ["ⓤⓢⓔⓡ20417734", "user20417734"],
    ["usеr20417734", "user20417734"],
    ["υѕеr20417734", "user20417734"],
    ["ՍՏΕᎡ20417734", "user20417734"],
    ["u\u0308s\u0301er20417734", "user20417734"],
    ["üser20417734", "user20417734"],
    ["us\u00ader2041\u200b7734", "user20417734"],
    ["u\u200dser20417734", "user20417734"],
    ["x\u200duser20417734", "user20417734"],
    ["user①20417734", "user120417734"],
    ["user🯲0417734🯰", "user204177340"],
  ])("finds the trigger of somebody else in %j", (text, trigger) => {
    expect(findForeignTrigger(text, own, [])).toBe(trigger);
  });

  test.each([
    own,
    "USER20417733",
    `${own}, ${own} portrait`,
    "usеr20417733",
    "user2041773",
    "user2041773412345",
    "xuser20417734",
    "user20417734x",
    "user 20417734",
    "user_20417734",
    "user2041-7734",
    "user",
    "20417734",
    "éuser20417734",
    "user20417734夜",
    "женщина у моря",
    "امرأة على البحر",
    "海辺の女性",
  ])("finds none in %j", (text) => {
    expect(findForeignTrigger(text, own, [])).toBeNull();
  });

  test.each([
    ["a sks woman", ["sks"], "sks"],
    ["a SKS woman", ["sks"], "sks"],
    ["a sks woman", [" sks\n"], " sks\n"],
    ["by 𝒳-1", ["𝒳-1"], "𝒳-1"],
    ["by 12-34", ["12-34"], "12-34"],
    ["ohwx man, at sea", [" ohwx man\n"], " ohwx man\n"],
    ["a ѕkѕ woman", ["sks"], "sks"],
    ["ohwx   man at sea", ["ohwx man"], "ohwx man"],
    ["x useradmin_sandra_2025 y", ["useradmin_sandra_2025"], "useradmin_sandra_2025"],
    ["c++ code", ["none", "C++"], "C++"],
    ["(.*)a at sea", ["(.*)a"], "(.*)a"],
    ["ohwx manx, ohwx man", ["ohwx man"], "ohwx man"],
    ["xsks_a, sks_a", ["sks_a"], "sks_a"],
  ])("finds in %j an entry of %j", (text, entries, found) => {
    expect(findForeignTrigger(text, own, entries)).toBe(found);
  });

  test.each([
    ["asks", ["sks"]],
    ["sksa", ["sks"]],
    ["axb", ["a.b"]],
    ["vitamin c", ["c++"]],
    ["ohwx manx", ["ohwx man"]],
    ["xohwx man", ["ohwx man"]],
    ["ohwx man𝒳", ["ohwx man"]],
    ["a-b", ["b-a"]],
    ["anything", ["", " ", "***", "\u200b"]],
    [own, [own, "USER20417733"]],
    ["𝒳ohwx man", ["ohwx man"]],
  ])("finds in %j no entry of %j", (text, entries) => {
    expect(findForeignTrigger(text, own, entries)).toBeNull();
  });

  test("sees through any mix of case, width, script, marks and invisible characters", () => {
    const disguises = new Map(
      Array.from("user", (letter) => [
        letter,
        [
          letter,
          letter.toUpperCase(),
          String.fromCodePoint(letter.charCodeAt(0) + 0xfee0),
          `${letter}\u0301`,
          `${letter}\u200b`,
          ...Array.from(lookAlikes[letter] ?? ""),
        ],
      ]),
    );
    const zeros = [
      0x30, 0x660, 0x6f0, 0x966, 0xe50, 0x1040, 0x1090, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7f6, 0x1e950,
    ];
    const digit = fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...zeros))
      .map(([value, zero]) => ({ value, text: String.fromCodePoint(zero + value) }));
    const letters = fc.tuple(
      ...Array.from("user", (letter) => fc.constantFrom(...(disguises.get(letter) ?? [letter]))),
    );
    const edge = fc.constantFrom("", " ", "_", "(", "、", "\u200b", "-", "\n");
    fc.assert(
      fc.property(
        letters,
        fc.array(digit, { minLength: 8, maxLength: 12 }),
        edge,
        edge,
        (name, digits, a, b) => {
          const trigger = `user${digits.map(({ value }) => value).join("")}`;
          fc.pre(trigger !== own);
          const written = `${a}${name.join("")}${digits.map(({ text }) => text).join("")}${b}`;
          expect(findForeignTrigger(written, own, [])).toBe(trigger);
        },
      ),
      propertyRuns(),
    );
  });
});

describe("foldForComparison", () => {
  test("reads every decimal digit of Unicode as its value, zero to nine in order", () => {
    const digits: number[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      if (/\p{Nd}/u.test(String.fromCodePoint(point))) digits.push(point);
    }
    expect(digits.length % 10).toBe(0);
    expect(digits.map((point) => foldForComparison(String.fromCodePoint(point)))).toEqual(
      digits.map((_, place) => String(place % 10)),
    );
  });

  test("folds every look-alike to its letter", () => {
    for (const [letter, others] of Object.entries(lookAlikes)) {
      expect(Array.from(others, (other) => [other, foldForComparison(other)])).toEqual(
        Array.from(others, (other) => [other, letter]),
      );
    }
  });

  test("makes white space single spaces, in every script", () => {
    expect(foldForComparison("A \t\n b")).toBe("a b");
    expect(foldForComparison("É\u00a0\u3000b")).toBe("e b");
  });
});
