import { describe, expect, test } from "vitest";
import { buildPrompt, enhancements, type PromptRequest } from "../index.ts";
import { estimateTokens } from "./estimate-tokens.ts";

const own = "user42585527";
const plain: PromptRequest = { brief: "at sea", trigger: own, placement: "begin", quality: "none" };

function build(request: Partial<PromptRequest>) {
  const result = buildPrompt({ ...plain, ...request });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function errorOf(request: object) {
  const result = buildPrompt({ ...plain, ...request });
  return result.ok ? null : result.error;
}

test("builds the seed's own example to the letter", () => {
  expect(
    buildPrompt({
      brief: "confident woman, street fashion",
      trigger: "user42585527",
      placement: "begin-and-middle",
      quality: "film-portrait",
    }),
  ).toMatchObject({
    ok: true,
    value: {
      text: "user42585527, confident woman, user42585527 portrait, street fashion, film photograph shot on Hasselblad, raw photo, visible skin pores, unretouched natural skin texture, natural beauty with light skin retouch, authentic user42585527 facial features, professional portrait photography, high detail facial accuracy",
      triggerCount: 3,
      notes: [],
    },
  });
});

describe("the order of a prompt", () => {
  test("is trigger, subject, expression, half of the brief, trigger again, the rest, quality, enhancement", () => {
    const built = build({
      brief: "one, two, three",
      placement: "begin-and-middle",
      quality: "film-portrait",
      subject: "tall woman, auburn hair",
      expression: "calm",
      enhancement: "subtle",
    });
    expect(built.clauses.map(({ text, origin }) => `${origin}: ${text}`)).toEqual([
      `trigger: ${own}`,
      "subject: tall woman",
      "subject: auburn hair",
      "expression: calm expression",
      "brief: one",
      "brief: two",
      `reinforcement: ${own} portrait`,
      "brief: three",
      "quality: film photograph shot on Hasselblad",
      "quality: raw photo",
      "quality: visible skin pores",
      "quality: unretouched natural skin texture",
      "quality: natural beauty with light skin retouch",
      `quality: authentic ${own} facial features`,
      "quality: professional portrait photography",
      "quality: high detail facial accuracy",
      "enhancement: face realism",
    ]);
    expect(built.triggerCount).toBe(3);
  });

  test.each([
    ["begin", "none", 1],
    ["begin-and-middle", "none", 2],
    ["begin", "film-portrait", 2],
    ["begin-and-middle", "film-portrait", 3],
  ] as const)("with %s and %s holds the trigger %d times", (placement, quality, count) => {
    const { text, triggerCount } = build({ placement, quality });
    expect(triggerCount).toBe(count);
    expect(text.split(own)).toHaveLength(count + 1);
  });

  test.each([
    ["one", "one, T, "],
    ["one, two", "one, T, two"],
    ["one, two, three", "one, two, T, three"],
    ["one, two, three, four", "one, two, T, three, four"],
    ["one, two, raw photo, three", "one, two, T, three"],
    ["one, tall man, two, three, four", "one, two, T, three, four"],
    ["one, Calm  expression, two", "one, T, two"],
    ["one, ultra realistic, two", "one, T, two"],
    [`one, authentic facial features, authentic ${own} facial features, two`, "one, T, two"],
  ])("of %j places the middle trigger in %j", (brief, expected) => {
    const { clauses } = build({
      brief,
      placement: "begin-and-middle",
      quality: "film-portrait",
      subject: "tall man",
      expression: "calm",
      enhancement: "medium",
    });
    const own_ = clauses.filter(({ origin }) => origin === "brief" || origin === "reinforcement");
    expect(own_.map(({ text, origin }) => (origin === "reinforcement" ? "T" : text)).join(", ")).toBe(
      expected.replace(/, $/, ""),
    );
  });

  test.each(["subtle", "medium", "dramatic"] as const)(
    "ends with the phrase of the %s layer",
    (enhancement) => {
      expect(build({ enhancement }).text).toBe(`${own}, at sea, ${enhancements[enhancement].phrase}`);
    },
  );

  test("keeps a brief of nothing but the chosen parts", () => {
    expect(build({ brief: "calm expression", expression: "calm" }).text).toBe(`${own}, calm expression`);
    expect(build({ brief: "big smile", expression: "calm", placement: "begin-and-middle" }).text).toBe(
      `${own}, calm expression, ${own} portrait`,
    );
  });

  test("does not count a word that only begins with the trigger", () => {
    expect(build({ brief: `${own}x at sea`, subject: `${own}y` }).triggerCount).toBe(1);
  });

  test("cleans the subject as it cleans the brief", () => {
    expect(build({ subject: `**tall** (woman:1.2)\n{trigger} portrait; ${own}'s coat` }).text).toBe(
      `${own}, tall woman, coat, at sea`,
    );
  });

  test("an open bracket of the subject does not swallow the brief", () => {
    const { text } = build({ subject: "tall (very", brief: "red coat), at sea" });
    expect(text).toBe(`${own}, tall very, red coat), at sea`);
    expect(build({ subject: "tall (very", brief: text }).text).toBe(text);
  });
});

describe("refusals", () => {
  test.each([
    [{ brief: 7 }, "argument-invalid", "brief"],
    [{ brief: undefined }, "argument-invalid", "brief"],
    [{ trigger: "user4258552" }, "trigger-invalid", "trigger"],
    [{ trigger: "user4258552712345" }, "trigger-invalid", "trigger"],
    [{ trigger: ["user42585527"] }, "trigger-invalid", "trigger"],
    [{ placement: "end" }, "placement-unknown", "placement"],
    [{ placement: undefined }, "placement-unknown", "placement"],
    [{ quality: "8k" }, "quality-unknown", "quality"],
    [{ expression: "smirk" }, "expression-unknown", "expression"],
    [{ expression: "toString" }, "expression-unknown", "expression"],
    [{ expression: null }, "expression-unknown", "expression"],
    [{ expression: ["calm"] }, "expression-unknown", "expression"],
    [{ expressionPolicy: "off" }, "expression-policy-unknown", "expressionPolicy"],
    [{ enhancement: "extreme" }, "level-unknown", "enhancement"],
    [{ subject: 7 }, "argument-invalid", "subject"],
    [{ subject: "" }, "brief-empty", "subject"],
    [{ subject: own }, "brief-empty", "subject"],
    [{ subject: "user42585528" }, "foreign-trigger", "subject"],
    [{ subject: "x".repeat(4001) }, "brief-too-long", "subject"],
    [{ keep: "smile" }, "argument-invalid", "keep"],
    [{ keep: [7] }, "argument-invalid", "keep"],
    [{ keep: Array.from({ length: 101 }, () => "x") }, "argument-invalid", "keep"],
    [{ foreignTriggers: "sks" }, "argument-invalid", "foreignTriggers"],
    [{ foreignTriggers: ["sks"], brief: "a sks man" }, "foreign-trigger", "brief"],
    [{ foreignTriggers: ["raw photo"], quality: "film-portrait" }, "foreign-trigger", "foreignTriggers"],
    [{ brief: "user42585528" }, "foreign-trigger", "brief"],
    [{ brief: "us**er4258**5528" }, "foreign-trigger", "brief"],
    [{ brief: "ohwx {trigger} man", foreignTriggers: ["ohwx man"] }, "foreign-trigger", "brief"],
    [{ brief: `${"x ".repeat(2000)}x` }, "brief-too-long", "brief"],
  ])("of %j is %s and names %s", (request, code, field) => {
    const error = errorOf(request);
    expect(error).toMatchObject({ code, field });
    expect(error?.message).toMatch(/\.$/);
  });

  test("name the trigger, the limit, the length and the choices", () => {
    expect(errorOf({ brief: "USER42585528" })).toMatchObject({ trigger: "user42585528" });
    expect(errorOf({ brief: "USER42585528" })?.message).toContain("user42585528");
    expect(errorOf({ brief: "x".repeat(4001) })).toMatchObject({
      length: 4001,
      max: 4000,
      unit: "characters",
    });
    expect(errorOf({ placement: "end" })).toMatchObject({
      value: "end",
      allowed: ["begin", "begin-and-middle"],
      message: '"end" is none of begin, begin-and-middle.',
    });
    expect(errorOf({ brief: 7 })?.message).toBe("The brief must be a text, not 7.");
    expect(errorOf({ subject: 7 })?.message).toBe("The subject must be a text, not 7.");
  });

  test("count characters, not halves of them", () => {
    expect(errorOf({ brief: "😀".repeat(4000) })).toMatchObject({
      code: "brief-too-long",
      unit: "t5-tokens",
    });
    expect(errorOf({ brief: "😀".repeat(4001) })).toMatchObject({ code: "brief-too-long", length: 4001 });
    expect(build({ brief: `${" ".repeat(3994)}at sea` }).text).toBe(`${own}, at sea`);
  });

  test.each([null, undefined, 7, "x", () => plain])("answer %s, which is no request", (request) => {
    // A caller without types can pass anything.
    expect(buildPrompt(request as never)).toEqual({
      ok: false,
      error: {
        code: "request-unreadable",
        message: "What a prompt is built from must be an object with at least a brief and a trigger word.",
      },
    });
  });

  test("answer a list that is too long at once, without walking it", () => {
    expect(errorOf({ foreignTriggers: Array.from({ length: 100_001 }, () => "x") })?.code).toBe(
      "argument-invalid",
    );
    const endless: string[] = [];
    endless.length = 4_294_967_295;
    expect(errorOf({ foreignTriggers: endless })?.code).toBe("argument-invalid");
  });

  test("answer getters and proxies that throw", () => {
    const throwing = new Proxy(plain, {
      get: () => {
        throw new Error("no");
      },
    });
    expect(buildPrompt(throwing)).toMatchObject({ ok: false, error: { code: "request-unreadable" } });
    const list = new Proxy(["x"], {
      get: () => {
        throw new Error("no");
      },
    });
    expect(errorOf({ keep: list })).toMatchObject({ code: "argument-invalid", field: "keep" });
  });

  test("read each argument once, so that it cannot be one thing checked and another used", () => {
    let reads = 0;
    const shifty = {
      ...plain,
      get brief() {
        reads += 1;
        return reads === 1 ? "at sea" : "user42585528";
      },
    };
    expect(buildPrompt(shifty)).toMatchObject({ ok: true, value: { text: `${own}, at sea` } });
  });
});

test("leaves a bracket that the brief opens and does not close as it is", () => {
  expect(build({ brief: "a coat (red, at sea" }).text).toBe(`${own}, a coat (red, at sea`);
});

describe("notes", () => {
  test("are none when nothing happened", () => {
    expect(build({ brief: "at sea, f/1.8", subject: "tall man", expression: "calm" }).notes).toEqual([]);
  });

  test.each([
    ["at **sea**", ["markdown-stripped"]],
    ["at\u200b sea", ["unseen-characters-removed"]],
    ["(at sea:1.2)", ["weights-unwrapped"]],
    ["женщина у моря", ["script-hardly-known"]],
    ["امرأة", ["script-hardly-known"]],
    ["海辺の女性", ["script-hardly-known"]],
    ["café, Zürich, 35 µm, 1ª", []],
    [`${own}, at sea`, []],
  ])("of %j are %j", (brief, codes) => {
    const { notes } = build({ brief });
    expect(notes.map(({ code }) => code)).toEqual(codes);
    for (const { message } of notes) expect(message).toMatch(/^[A-Z].+\.$/);
  });

  test("say once what the cleaning did, however many rounds it took", () => {
    const { text, notes } = build({ brief: "~*~a coat" });
    expect(text).toBe(`${own}, a coat`);
    expect(notes.map(({ code }) => code)).toEqual(["markdown-stripped"]);
  });

  test("say which clause stands past what CLIP reads", () => {
    const clausesOf = (count: number) =>
      Array.from({ length: count }, (_, at) => `sea ${at % 10}`).join(", ");
    const long = clausesOf(40);
    const past = (request: Partial<PromptRequest>) =>
      build(request)
        .notes.filter(({ code }) => code === "past-clip-window")
        .map(({ clause }) => clause);
    expect(past({ brief: long })).toEqual([]);
    expect(past({ brief: clausesOf(30), placement: "begin-and-middle" })).toEqual([]);
    expect(past({ brief: long, placement: "begin-and-middle" })).toEqual([`${own} portrait`]);
    expect(past({ subject: long, expression: "calm" })).toEqual([
      ...Array.from({ length: 18 }, (_, at) => `sea ${(at + 22) % 10}`),
      "calm expression",
    ]);
  });

  test("say so from the first token CLIP does not read", () => {
    // One start mark, nine for the trigger, its comma, and 65 of the subject: the end mark is the 77th.
    const fits = Array.from({ length: 33 }, () => "sea").join(", ");
    const codes = (subject: string) => build({ subject }).notes.map(({ code }) => code);
    expect(codes(fits)).toEqual([]);
    expect(codes(`${fits} x`)).toEqual(["past-clip-window"]);
    expect(build({ subject: `${fits} x` }).notes[0]?.message).toContain(
      "stands past the 77 tokens CLIP reads",
    );
  });
});

describe("the T5 budget", () => {
  const clause = (at: number): string => `clause ${"word ".repeat(18).trim()} ${at % 10}`;
  const clauses = (count: number): string => Array.from({ length: count }, (_, at) => clause(at)).join(", ");

  test("drops quality from its last, and no more than needed", () => {
    const { clauses: built, notes, tokens } = build({ brief: clauses(23), quality: "film-portrait" });
    expect(built.filter(({ origin }) => origin === "brief")).toHaveLength(23);
    const kept = built.filter(({ origin }) => origin === "quality").map(({ text }) => text);
    const dropped = notes.map(({ clause: text }) => text);
    const inOrder = dropped.map((_, at) => dropped[dropped.length - 1 - at]);
    expect([...kept, ...inOrder]).toEqual([
      "film photograph shot on Hasselblad",
      "raw photo",
      "visible skin pores",
      "unretouched natural skin texture",
      "natural beauty with light skin retouch",
      `authentic ${own} facial features`,
      "professional portrait photography",
      "high detail facial accuracy",
    ]);
    expect(dropped.length).toBeGreaterThan(0);
    expect(tokens.t5).toBeLessThanOrEqual(512);
    expect(tokens.t5 + estimateTokens(dropped.at(-1) ?? "").t5 + 1).toBeGreaterThan(512);
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(["clause-dropped"]));
  });

  test("then drops the brief from its last, and lets quality that still fits come back", () => {
    const request = { brief: clauses(40), quality: "film-portrait", placement: "begin-and-middle" } as const;
    const { clauses: built, notes, text, triggerCount, tokens } = build(request);
    expect(tokens.t5).toBeLessThanOrEqual(512);
    expect(notes[0]?.message).toContain("was dropped: the prompt is longer than the 512 tokens");
    const own_ = built.filter(({ origin }) => origin === "brief");
    expect(own_.length).toBeLessThan(40);
    expect(own_.map((kept) => kept.text).join(", ")).toBe(clauses(own_.length));
    const dropped = notes.filter(({ code }) => code === "clause-dropped").map((note) => note.clause);
    expect(dropped.at(-1)).toBe(clause(own_.length));
    expect(dropped.at(0)).toBe("high detail facial accuracy");
    const middle = built.findIndex(({ origin }) => origin === "reinforcement");
    expect(middle - 1).toBe(Math.ceil(own_.length / 2));
    expect(triggerCount).toBe(2);
    expect(build({ ...request, brief: text }).text).toBe(text);
  });

  test("counts the end mark: 512 fit, 513 do not", () => {
    const words = (count: number) => `sea${" sea".repeat(count - 1)}`;
    // Six for the trigger (its word and four pairs of digits, a comma) and one for the end mark.
    expect(build({ brief: words(505) }).tokens.t5).toBe(512);
    const full = build({ brief: words(505), quality: "film-portrait" });
    expect(full.tokens.t5).toBe(512);
    expect(full.notes.filter(({ code }) => code === "clause-dropped")).toHaveLength(8);
    expect(build({ brief: `${words(252)}, ${words(252)}` }).notes.map(({ code }) => code)).toEqual([]);
    expect(build({ brief: `${words(252)}, ${words(253)}` }).clauses).toHaveLength(2);
    expect(errorOf({ brief: words(506) })?.message).toContain("about 513 tokens");
    expect(errorOf({ brief: words(506) })).toMatchObject({
      code: "brief-too-long",
      field: "brief",
      length: 513,
      max: 512,
      unit: "t5-tokens",
    });
  });

  test("never drops subject, expression or enhancement; a subject too long by itself is refused", () => {
    const { clauses: built } = build({
      brief: clauses(40),
      subject: clauses(3),
      expression: "calm",
      enhancement: "dramatic",
    });
    expect(built.filter(({ origin }) => origin === "subject")).toHaveLength(3);
    expect(built.at(-1)).toEqual({ text: "Super Portrait", origin: "enhancement" });
    expect(errorOf({ subject: clauses(30) })).toMatchObject({ code: "brief-too-long", field: "subject" });
    // The trigger's six and this subject's 506 are all that T5 reads: it is the brief that has no room.
    expect(errorOf({ subject: "sea ".repeat(505), brief: "sea" })).toMatchObject({
      field: "brief",
      length: 514,
    });
    expect(errorOf({ subject: clauses(24), brief: "word ".repeat(200) })).toMatchObject({
      code: "brief-too-long",
      field: "brief",
    });
  });
});
