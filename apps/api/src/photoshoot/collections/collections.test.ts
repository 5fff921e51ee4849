import { buildPrompt, presets } from "@selfsame/flux-core";
import { describe, expect, test } from "vitest";
import { bannedPhrases, bannedWords } from "../../../test/photoshoot/banned-words.ts";
import { overlap } from "../../../test/photoshoot/content-words.ts";
import { renderShot } from "../render-shot.ts";
import type { Collection } from "./collection-schema.ts";
import { collections } from "./collections.ts";

/** The longest trigger word there can be. */
const trigger = "user204177331234";
const restrained = new Set(["neutral", "calm", "soft-smile", "confident", "contemplative", "candid"]);
/** Above it two briefs show the same picture in other words. */
const nearDuplicate = 0.4;

const side =
  /\b(from|through|behind|above|below|over|overhead|across|under|between|along|left|right|side|end|inside|near)\b/;
const unevenness =
  /\b(shad(e|es|ed|ow|ows|ing)|unlit|dim|dark\w*|dusk\w*|night|black|gloom|blue|violet|cool|cold|grey|dull\w*|deep|leaving|fading|falling|behind|patches|stripes|slats|raking|haze|glow|bouncing|foam|leaking)\b/;

const shotsOf = (all: readonly Collection[]) =>
  all.flatMap(({ id, shots }) => shots.map((shot) => ({ name: `${id}/${shot.id}`, shot })));

const nearDuplicates = (all: readonly Collection[]): readonly string[] => {
  const briefs = shotsOf(all).map(({ name, shot }) => ({ name, brief: renderShot(shot).brief }));
  return briefs.flatMap((one, at) =>
    briefs
      .slice(at + 1)
      .filter((other) => overlap(one.brief, other.brief) >= nearDuplicate)
      .map((other) => `${one.name} and ${other.name}`),
  );
};

const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];

describe("the studio's collections", () => {
  test("are at least twelve, of at least ten shots each, and no two have an id or title in common", () => {
    expect(collections.length).toBeGreaterThanOrEqual(12);
    for (const { shots } of collections) expect(shots.length).toBeGreaterThanOrEqual(10);
    expect(new Set(collections.map(({ id }) => id)).size).toBe(collections.length);
    expect(new Set(collections.map(({ title }) => title)).size).toBe(collections.length);
    const titles = shotsOf(collections).map(({ shot }) => shot.title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test("ask for restrained expressions only", () => {
    const others = shotsOf(collections).filter(({ shot }) => !restrained.has(shot.expression));
    expect(others.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(shotsOf(collections))("$name", ({ shot }) => {
  const { brief, expression } = renderShot(shot);

  test.each(Object.values(presets))("builds on $id without a note", (preset) => {
    const built = buildPrompt({
      brief,
      expression,
      trigger,
      placement: preset.triggerPlacement,
      quality: preset.promptQuality,
      expressionPolicy: preset.expressionPolicy,
    });
    expect(built).toMatchObject({ ok: true, value: { notes: [] } });
    // Every field is one clause, and all of them are still there, in order.
    const own = built.ok ? built.value.clauses.filter(({ origin }) => origin === "brief") : [];
    expect(own.map(({ text }) => text).join(", ")).toBe(brief);
    expect(own).toHaveLength(5);
  });

  test("has 30 to 60 words, the trigger word and the expression counted", () => {
    const built = buildPrompt({ brief, expression, trigger, placement: "begin", quality: "none" });
    const count = built.ok ? built.value.text.split(/\s+/).length : 0;
    expect(count).toBeGreaterThanOrEqual(30);
    expect(count).toBeLessThanOrEqual(60);
  });

  test("says nothing that it should not", () => {
    const texts = [shot.title, brief].join(" ; ");
    const tokens = new Set(tokensOf(texts).flatMap((token) => [token, ...token.split("-")]));
    const found = Object.entries(bannedWords).flatMap(([why, list]) =>
      list.filter((word) => tokens.has(word)).map((word) => `${word} ${why}`),
    );
    expect(found).toEqual([]);
    expect(bannedPhrases.filter((phrase) => texts.toLowerCase().includes(phrase))).toEqual([]);
  });

  test("has uneven light: it comes from a side, and leaves something dimmer or broken up", () => {
    expect(shot.light).toMatch(side);
    expect(shot.light).toMatch(unevenness);
  });
});

describe.each(collections)("variety within $id", ({ shots }) => {
  const most = (values: readonly string[]): number =>
    Math.max(...values.map((value) => values.filter((other) => other === value).length));

  test("has all six framings, none for more than half of the shots", () => {
    const framings = shots.map(({ framing }) => framing);
    expect(new Set(framings).size).toBe(6);
    expect(most(framings)).toBeLessThanOrEqual(shots.length / 2);
  });

  test("has all six restrained expressions, none more than three times", () => {
    const expressions = shots.map(({ expression }) => expression);
    expect(new Set(expressions).size).toBe(6);
    expect(most(expressions)).toBeLessThanOrEqual(3);
  });

  test.each(["moment", "clothes", "place", "light", "lens"] as const)("never repeats a %s", (field) => {
    const values = shots.map((shot) => shot[field]);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe("near duplicates", () => {
  test("are not to be found over all collections", () => {
    expect(nearDuplicates(collections)).toEqual([]);
  });

  test("would be found: the same picture told a second time, with other light", () => {
    const [first] = collections;
    const shot = first?.shots[0];
    if (first === undefined || shot === undefined) throw new Error("there is no first shot");
    const again = {
      ...shot,
      id: "again",
      light: "lamp light from below with night all round",
      lens: "28mm lens",
    };
    const planted = { ...first, shots: [...first.shots, again] };
    expect(nearDuplicates([planted])).toEqual([`${first.id}/${shot.id} and ${first.id}/again`]);
  });
});
