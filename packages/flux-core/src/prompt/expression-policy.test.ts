import { describe, expect, test } from "vitest";
import {
  buildPrompt,
  expressions,
  forcedSmilePhrases,
  type Expression,
  type PromptRequest,
} from "../index.ts";

const own = "user20417733";

function build(brief: string, request: Partial<PromptRequest> = {}) {
  const result = buildPrompt({ brief, trigger: own, placement: "begin", quality: "none", ...request });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const textOf = (brief: string, request: Partial<PromptRequest> = {}): string =>
  build(brief, request).text.slice(own.length + 2);

describe("the expressions", () => {
  const all = Object.entries(expressions);

  test("are eight, each with a noun and a modifier that hold the words of its id, all distinct", () => {
    expect(all.map(([id]) => id)).toEqual([
      "neutral",
      "calm",
      "soft-smile",
      "warm-smile",
      "confident",
      "contemplative",
      "candid",
      "laughing",
    ]);
    for (const [id, { noun, modifier }] of all) {
      for (const word of id.split("-")) {
        expect(noun.split(/[ -]/)).toContain(word);
        expect(modifier.split(/[ -]/)).toContain(word);
      }
    }
    const wordings = all.flatMap(([, { noun, modifier }]) => [noun, modifier]);
    expect(new Set(wordings).size).toBe(16);
  });

  test("stand behind trigger and subject", () => {
    expect(textOf("at sea", { expression: "warm-smile", subject: "tall man" })).toBe(
      "tall man, warm smile, at sea",
    );
  });
});

describe("the natural policy", () => {
  test("knows the phrases that ask for a wide, fake smile", () => {
    for (const phrase of [
      "big smile",
      "huge grin",
      "wide smile",
      "broad grin",
      "toothy smile",
      "beaming smile",
      "smiling widely",
      "grinning broadly",
      "smile ear to ear",
      "smiling for the camera",
      "smile at the camera",
      "beaming",
      "grinning",
      "laughing",
      "laughter",
    ]) {
      expect(forcedSmilePhrases).toContain(phrase);
    }
    expect(Object.isFrozen(forcedSmilePhrases)).toBe(true);
    expect(new Set(forcedSmilePhrases).size).toBe(forcedSmilePhrases.length);
  });

  test("replaces every one of its phrases, in any case and spacing, in a sentence and alone", () => {
    for (const phrase of forcedSmilePhrases) {
      for (const written of [
        phrase,
        phrase.toUpperCase(),
        phrase.replaceAll(" ", "\u00a0  "),
        phrase.replaceAll(" ", "-"),
      ]) {
        expect(textOf(`her ${written} there`)).toMatch(/^her soft[ -]smile there$/);
        expect(textOf(written)).toBe("soft smile");
        expect(textOf(`${written}, at sea`, { expression: "calm" })).toBe("calm expression, at sea");
      }
    }
  });

  test.each([
    ["a grinning woman at sea", "calm", "calm expression, a calm woman at sea"],
    ["a grinning woman at sea", undefined, "a soft-smile woman at sea"],
    ["woman with a big smile", "confident", "confident expression, woman with a confident expression"],
    ["woman with an enormous grin", undefined, "woman with a soft smile"],
    ["an old grinning man", undefined, "an old soft-smile man"],
    ["banana grinning", "calm", "calm expression, banana calm"],
    ["grinning banana", "calm", "calm expression, calm banana"],
    ["the, grinning, at sea", "calm", "calm expression, the, at sea"],
    ["An enormous grin on her face", undefined, "A soft smile on her face"],
    ["a very big, warm smile", undefined, "a very big, warm smile"],
    ["a really wide toothy smile on her", undefined, "a soft smile on her"],
    ["she smiles for the camera", undefined, "she soft smile"],
    ["she is smiling broadly at the camera now", "calm", "calm expression, she is calm now"],
    ["woman laughing and grinning on stairs", "calm", "calm expression, woman calm on stairs"],
    ["a beaming soft smile of hers", undefined, "a soft smile of hers"],
    ["soft smile at the camera in red", undefined, "soft smile in red"],
    ["grinning smile of hers", undefined, "soft smile of hers"],
    ["beaming laughing woman", "calm", "calm expression, calm woman"],
    ["big grinning woman", "calm", "calm expression, big calm woman"],
    ["big grinning woman", undefined, "big soft-smile woman"],
    ["a wide soft smile of hers", "calm", "calm expression, a calm expression of hers"],
    ["very grinning woman", "calm", "calm expression, calm woman"],
    ["her laughter fills the room", "calm", "calm expression, her calm expression fills the room"],
    ["grinning (laughing) woman", "calm", "calm expression, calm (calm) woman"],
    ["'grinning' woman", "calm", "calm expression, 'calm' woman"],
    ["grinning at the camera/laughing man", "calm", "calm expression, calm man"],
  ] as const)("makes of %j with expression %s %j", (brief, expression, text) => {
    expect(textOf(brief, expression === undefined ? {} : { expression })).toBe(text);
  });

  test.each(["big smile", "a big smile", "the beaming, grinning", "Laughing and grinning", "“huge grin”"])(
    "%j goes when an expression was chosen, and becomes a soft smile once when none was",
    (brief) => {
      expect(textOf(`${brief}, at sea`, { expression: "neutral" })).toBe("neutral expression, at sea");
      expect(textOf(`${brief}, at sea`)).toBe("soft smile, at sea");
    },
  );

  test("a soft smile that is already there is not said twice", () => {
    expect(textOf("Soft smile, big smile, at sea")).toBe("Soft smile, at sea");
    expect(textOf("big smile, at sea, soft smile")).toBe("at sea, soft smile");
  });

  test.each([
    "soft smile",
    "slight smile",
    "gentle smile",
    "she smiles",
    "smile",
    "smiling",
    "a wide street",
    "big coat",
    "sunbeams",
    "for the camera",
    "smiled",
    "grin",
    "laughter-free-ish".slice(8),
    "slaughter",
    "smiling, for the camera",
    "a big, smile",
  ])("leaves %j alone", (brief) => {
    expect(build(brief).notes).toEqual([]);
    expect(textOf(brief)).toBe(brief);
  });

  test("laughing leaves laughing and replaces the rest", () => {
    expect(build("a laughing woman, her laughter", { expression: "laughing" }).notes).toEqual([]);
    expect(textOf("a laughing woman, her laughter, a big smile on her", { expression: "laughing" })).toBe(
      "laughing expression, a laughing woman, her laughter, a laughing expression on her",
    );
  });

  test("phrases to keep stay, in any case and spacing, with what stands around them", () => {
    expect(textOf("a GRINNING woman, a laughing man", { keep: ["grinning"], expression: "calm" })).toBe(
      "calm expression, a GRINNING woman, a calm man",
    );
    expect(textOf("her Big  Smile there, her wide smile there", { keep: ["big smile"] })).toBe(
      "her Big Smile there, her soft smile there",
    );
    expect(textOf("beaming soft smile of hers", { keep: ["soft smile"] })).toBe(
      "soft-smile soft smile of hers",
    );
    expect(textOf("big smile for the camera now", { keep: ["smile for the camera"] })).toBe(
      "big smile for the camera now"
        .replace("big smile", "soft smile")
        .replace("soft smile for", "soft smile for"),
    );
    expect(textOf("laughing, grinning", { keep: ["grinning"], expression: "laughing" })).toBe(
      "laughing expression, laughing, grinning",
    );
    expect(
      build("a laughing man, her laughter there", { keep: ["grinning"], expression: "laughing" }).notes,
    ).toEqual([]);
  });

  test("phrases to keep elsewhere in a clause leave a forced smile no cover", () => {
    const keep = ["laughing child"];
    expect(textOf("a huge warm smile by a laughing child", { keep })).toBe(
      "a soft smile by a laughing child",
    );
    expect(textOf("her laughing child huge warm smile there", { keep })).toBe(
      "her laughing child soft smile there",
    );
  });

  test("as-written leaves every word", () => {
    expect(
      textOf("a grinning woman, big smile", { expressionPolicy: "as-written", expression: "calm" }),
    ).toBe("calm expression, a grinning woman, big smile");
  });

  test("applies to the subject too, which never goes", () => {
    expect(textOf("at sea", { subject: "a beaming man, big smile", expression: "calm" })).toBe(
      "a calm man, calm expression, calm expression, at sea",
    );
  });

  test("notes each replacement with what was there, what is now, and in which clause", () => {
    const { notes } = build("a grinning woman with a big smile, huge grin, laughing", { expression: "calm" });
    expect(notes.map(({ code, from, to, clause }) => ({ code, from, to, clause }))).toEqual([
      {
        code: "expression-replaced",
        from: "grinning",
        to: "calm",
        clause: "a grinning woman with a big smile",
      },
      {
        code: "expression-replaced",
        from: "big smile",
        to: "calm expression",
        clause: "a grinning woman with a big smile",
      },
      { code: "expression-removed", from: "huge grin", to: undefined, clause: "huge grin" },
      { code: "expression-removed", from: "laughing", to: undefined, clause: "laughing" },
    ]);
    for (const { message } of notes) expect(message).toMatch(/\.$/);
    expect(build("big smile, at sea").notes).toMatchObject([
      { code: "expression-replaced", from: "big smile", to: "soft smile", clause: "big smile" },
    ]);
  });

  test("the same expression reads right in every wording", () => {
    for (const id of Object.keys(expressions)) {
      // Safe: the keys of `expressions` are the expressions.
      const expression = id as Expression;
      const { noun, modifier } = expressions[expression];
      expect(textOf("an enormous grin on a beaming man", { expression })).toBe(
        `${noun}, a ${noun} on a ${modifier} man`,
      );
    }
  });
});
