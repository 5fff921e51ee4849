import { describe, expect, test } from "vitest";
import { buildPrompt, type PromptRequest } from "../index.ts";

const own = "user42585527";

function textOf(request: Partial<PromptRequest> & { brief: string }): string {
  const result = buildPrompt({ trigger: own, placement: "begin", quality: "none", ...request });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.text;
}

function codeOf(request: Partial<PromptRequest> & { brief: string }): string | null {
  const result = buildPrompt({ trigger: own, placement: "begin", quality: "none", ...request });
  return result.ok ? null : result.error.code;
}

describe("the string bugs of naive prompt builders", () => {
  test.each([
    "user.*",
    "user(42585527",
    "user4258552[7]",
    "user42585527|x",
    "$&",
    "xuser42585527",
    "USER42585527",
    "user42585527\n",
  ])("metacharacters in a trigger change nothing's meaning: %j is no trigger word", (trigger) => {
    expect(codeOf({ brief: "at sea", trigger })).toBe("trigger-invalid");
  });

  test("a short trigger is not cut out of a longer word, leaving its digits", () => {
    expect(textOf({ brief: "woman by user425855271234s gate, xuser42585527", trigger: own })).toBe(
      `${own}, woman by user425855271234s gate, xuser42585527`,
    );
  });

  test("an underscore ends a token, so the trigger beside it is a copy", () => {
    expect(textOf({ brief: `${own}_2025 at sea` })).toBe(`${own}, 2025 at sea`);
  });

  test("a longer number that begins with the trigger does not count as the trigger being there", () => {
    expect(codeOf({ brief: "user425855271 at sea" })).toBe("foreign-trigger");
    expect(textOf({ brief: `${own}x at sea` })).toBe(`${own}, ${own}x at sea`);
  });

  test("removing copies leaves no doubled commas, doubled spaces or orphaned portrait", () => {
    expect(textOf({ brief: `${own}, , ,, woman  ${own}  at sea,${own} portrait,, ,` })).toBe(
      `${own}, woman at sea`,
    );
  });

  test("the person's own clause portrait stays", () => {
    expect(textOf({ brief: `portrait, ${own} portrait, at sea` })).toBe(`${own}, portrait, at sea`);
  });

  test("raw photography is not cut to graphy by the clause raw photo", () => {
    expect(textOf({ brief: "raw photography, at sea", quality: "film-portrait" })).toContain(
      `${own}, raw photography, at sea, film photograph`,
    );
  });

  test.each([
    "[trigger]",
    "{trigger}",
    "[triggerword]",
    "{trigger_word}",
    "[Trigger Word]",
    "{{trigger}}",
    "{TRIGGER-WORD}",
  ])("every placeholder %s is filled, not the first alone", (placeholder) => {
    expect(textOf({ brief: `${placeholder} at sea, ${placeholder} portrait, coat of ${placeholder}` })).toBe(
      `${own}, at sea, coat of`,
    );
  });

  test("a trigger glued to letters does not count as the beginning", () => {
    expect(textOf({ brief: `${own}x, at sea` }).startsWith(`${own}, ${own}x`)).toBe(true);
  });

  test("building again nests nothing", () => {
    const request = {
      brief: "woman, at sea, at dusk",
      placement: "begin-and-middle",
      quality: "film-portrait",
    } as const;
    const once = textOf(request);
    expect(once).toBe(
      `${own}, woman, at sea, ${own} portrait, at dusk, film photograph shot on Hasselblad, raw photo, visible skin pores, unretouched natural skin texture, natural beauty with light skin retouch, authentic ${own} facial features, professional portrait photography, high detail facial accuracy`,
    );
    expect(textOf({ ...request, brief: once })).toBe(once);
  });

  test("building again strips no list mark that was left the first time, behind a clause placed elsewhere", () => {
    const request = { brief: "face realism, # head, 1) coat", enhancement: "subtle" } as const;
    const once = textOf(request);
    expect(once).toBe(`${own}, head, coat, face realism`);
    expect(textOf({ ...request, brief: once })).toBe(once);
  });

  test("a brief that says raw photo itself loses that clause to its own place and nothing else", () => {
    expect(textOf({ brief: "RAW  photo, at sea", quality: "film-portrait" })).toContain(
      `${own}, at sea, film photograph shot on Hasselblad, raw photo, visible skin pores`,
    );
  });

  test.each([
    ["**bold** woman", "bold woman"],
    ["*soft* light", "soft light"],
    ["***very* bold**", "very bold"],
    ["__coat__ and _scarf_", "coat and scarf"],
    ["snake_case 5*3", "snake_case 5*3"],
    ["2 * 3", "2 * 3"],
    ["~~old~~ new", "old new"],
    ["about ~30 years", "about ~30 years"],
    ["`code` light", "code light"],
    ["```text\nred coat\n```", "red coat"],
    ["# Heading\nred coat", "Heading, red coat"],
    ["### Look ###\nred coat", "Look, red coat"],
    ["#1 fan", "#1 fan"],
    ["- red coat\n* at sea\n+ dusk\n• wind", "red coat, at sea, dusk, wind"],
    ["1. red coat\n2) at sea", "red coat, at sea"],
    ["> - **quoted** words", "quoted words"],
    ["red coat\n---\nat sea", "red coat, at sea"],
    ["[soft light](https://example.org/a) at sea", "soft light at sea"],
    ["![a pier](/pier.png) at sea", "a pier at sea"],
    ['[see](www.example.org "title") at sea', "see at sea"],
    ["[coat](red) at sea", "[coat](red) at sea"],
    ["\\*red\\* coat", "red coat"],
  ])("markdown %j is stripped and its text %j stays", (brief, text) => {
    expect(textOf({ brief })).toBe(`${own}, ${text}`);
  });

  test("no leading comma is introduced", () => {
    expect(textOf({ brief: ",,, at sea,, at dusk,," })).toBe(`${own}, at sea, at dusk`);
  });

  test("dollar patterns in a brief are text", () => {
    expect(textOf({ brief: "$& woman, $1 coat, $$ sign, $` $'", subject: "a $& man" })).toContain(
      `${own}, a $& man, $& woman, $1 coat, $$ sign`,
    );
  });

  test("chatty words stay, also inside other words", () => {
    expect(textOf({ brief: "image of a major concept, perfect energy" })).toBe(
      `${own}, image of a major concept, perfect energy`,
    );
  });

  test("apertures and thousands are not split, so the middle does not fall into them", () => {
    expect(textOf({ brief: "85 mm f/1.8, 1,200 lux, at sea", placement: "begin-and-middle" })).toBe(
      `${own}, 85 mm f/1.8, 1,200 lux, ${own} portrait, at sea`,
    );
  });

  test("one clause stands between the two triggers", () => {
    expect(textOf({ brief: "at sea", placement: "begin-and-middle" })).toBe(
      `${own}, at sea, ${own} portrait`,
    );
  });

  test.each([
    "",
    "   ",
    ", ;",
    own,
    `${own}, ${own} portrait`,
    "[trigger]",
    "**",
    "\u200b",
    "…—",
    "😀\u200d".slice(2),
  ])("a brief of nothing is refused instead of becoming triggers alone: %j", (brief) => {
    expect(codeOf({ brief })).toBe("brief-empty");
  });

  test("the same brief gives the same text, whatever came before", () => {
    const first = textOf({ brief: "woman, at sea" });
    textOf({ brief: "[trigger], **grinning** woman" });
    expect(textOf({ brief: "woman, at sea" })).toBe(first);
  });
});
