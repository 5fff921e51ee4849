import { buildPrompt, presets } from "@selfsame/flux-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CorpusCase } from "../../../test/maya/corpus-case.ts";
import { englishCorpus } from "../../../test/maya/english-corpus.ts";
import { germanCorpus } from "../../../test/maya/german-corpus.ts";
import { readAnswer } from "../../../test/maya/read-answer.ts";
import { cardCount, conceptCard, type ConceptCard } from "../concept-card.ts";
import type { StylistTurn } from "../stylist-engine.ts";
import { offlineComposer } from "./offline-composer.ts";

const trigger = "user204177331234";
const seed = 7;
const never = new AbortController().signal;

const ask = (turns: readonly StylistTurn[], withSeed = seed) =>
  readAnswer(offlineComposer.answer({ turns, seed: withSeed, signal: never }));

const person = (text: string): StylistTurn => ({ from: "person", text, cards: [] });

/** Goes through a conversation, Maya answering each turn, and gives her last answer. */
const converse = async (said: readonly string[], withSeed = seed) => {
  const turns: StylistTurn[] = [];
  let answer = await ask([]);
  for (const text of said) {
    turns.push(person(text));
    answer = await ask(turns, withSeed);
    turns.push({ from: "maya", text: answer.text, cards: answer.cards });
  }
  return { ...answer, turns };
};

const outcomeOf = ({ end }: Awaited<ReturnType<typeof ask>>): string =>
  end.outcome === "refused" ? end.refusal : end.outcome;

const matches = (text: string, pattern: string): boolean => new RegExp(pattern, "i").test(text);

const expectBuilds = (card: ConceptCard): void => {
  for (const preset of Object.values(presets)) {
    const built = buildPrompt({
      brief: card.brief,
      expression: card.expression,
      trigger,
      placement: preset.triggerPlacement,
      quality: preset.promptQuality,
    });
    expect(built).toMatchObject({ ok: true, value: { notes: [] } });
  }
};

const expectAsSaid = (one: CorpusCase, cards: readonly ConceptCard[]): void => {
  const briefs = cards.map(({ brief }) => brief);
  const everything = cards.map(({ title, why, brief }) => `${title}\n${why}\n${brief}`);
  for (const pattern of one.every ?? []) {
    expect(briefs.filter((brief) => !matches(brief, pattern))).toEqual([]);
  }
  if (one.some !== undefined) {
    const { some } = one;
    expect(briefs.some((brief) => some.some((pattern) => matches(brief, pattern)))).toBe(true);
  }
  for (const pattern of one.none ?? []) {
    expect(everything.filter((text) => matches(text, `(?<!\\p{L})(?:${pattern})`))).toEqual([]);
  }
  const { expression, framing, portraits, preset } = one;
  const wanted = {
    ...(expression === undefined ? {} : { expression }),
    ...(framing === undefined ? {} : { framing }),
    ...(portraits === undefined ? {} : { portraits, cost: portraits }),
    ...(preset === undefined ? {} : { presetId: preset }),
  };
  for (const card of cards) expect(card).toMatchObject(wanted);
};

describe("the corpus", () => {
  test("has at least 200 requests, 120 of them English and 60 German", () => {
    expect(englishCorpus.length).toBeGreaterThanOrEqual(120);
    expect(germanCorpus.length).toBeGreaterThanOrEqual(60);
    expect(englishCorpus.length + germanCorpus.length).toBeGreaterThanOrEqual(200);
  });
});

describe.each([
  ["English", englishCorpus],
  ["German", germanCorpus],
] as const)("a request in %s", (_language, corpus) => {
  test.each(corpus.map((one) => [[one.say].flat().join(" → "), one] as const))("%s", async (_said, one) => {
    const answer = await converse([one.say].flat());
    expect(outcomeOf(answer)).toBe(one.outcome ?? "proposed");
    const { least, most } = cardCount;
    const possible = one.outcome === undefined ? [one.cards ?? [least, 4, 5, most]].flat() : [0];
    expect(possible).toContain(answer.cards.length);
    expect(new Set(answer.cards.map(({ brief }) => brief)).size).toBe(answer.cards.length);
    for (const card of answer.cards) expectBuilds(card);
    for (const pattern of one.says ?? []) expect(answer.text).toMatch(new RegExp(pattern, "i"));
    expectAsSaid(one, answer.cards);
  });
});

describe("a follow-up about one card", () => {
  test("starts from that card: its place, light and clothes stay", async () => {
    const before = await converse(["a leather jacket in the city"]);
    const [, second] = before.cards;
    if (second === undefined) throw new Error("there is no second card");
    const after = await ask([...before.turns, person("more of the second")]);
    for (const { place, light, clothes, framing } of after.cards) {
      expect({ place, light, clothes, framing }).toEqual({
        place: second.place,
        light: second.light,
        clothes: second.clothes,
        framing: second.framing,
      });
    }
  });

  test("changes what is said of it, and nothing else", async () => {
    const before = await converse(["a leather jacket in the city"]);
    const first = before.cards[0];
    const after = await ask([...before.turns, person("card 1 in a red coat")]);
    for (const card of after.cards) {
      expect(card.place).toBe(first?.place);
      expect(card.clothes).toContain("deep red long wool coat");
    }
  });

  test("refuses to go on from a card that was edited to name somebody", async () => {
    const before = await converse(["in the city"]);
    const edited = before.turns.map((turn) => ({
      ...turn,
      cards: turn.cards.map((card) => ({ ...card, place: "beside user20417733" })),
    }));
    const after = await ask([...edited, person("more of the second")]);
    expect(after.cards).toEqual([]);
  });
});

describe("the offline composer", () => {
  test("says once that it is the offline one", async () => {
    const first = await converse(["in a café"]);
    const second = await ask([...first.turns, person("closer")]);
    expect(first.text).toContain("offline stylist");
    expect(second.text).not.toContain("offline");
  });

  test("answers in the language it is asked in", async () => {
    expect((await converse(["in the forest"])).text).toMatch(/Nothing is made|Take one/);
    expect((await converse(["im Wald"])).text).toMatch(/Gemacht wird|Nimm eine/);
  });

  test("streams its words one by one, cards after them, and one end last", async () => {
    const types: string[] = [];
    const answer = offlineComposer.answer({ turns: [person("in a café")], seed, signal: never });
    for await (const { type } of answer) types.push(type);
    expect(types.filter((type) => type === "words").length).toBeGreaterThan(10);
    expect(types).toEqual([...types].toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect(types.filter((type) => type === "end")).toHaveLength(1);
  });

  test("stops when it is told to, and says so", async () => {
    const stop = new AbortController();
    const events = [];
    for await (const event of offlineComposer.answer({
      turns: [person("in a café")],
      seed,
      signal: stop.signal,
    })) {
      events.push(event);
      stop.abort();
    }
    expect(events.map(({ type }) => type)).toEqual(["words", "end"]);
    expect(events.at(-1)).toMatchObject({ outcome: "failed", error: { code: "canceled" } });
  });

  test("makes other cards from another seed", async () => {
    const one = await converse(["something at home"], 1);
    const other = await converse(["something at home"], 2);
    expect(one.cards).not.toEqual(other.cards);
  });
});

const order = ["words", "card", "end"];

/** Pieces that the vocabulary knows, pieces it should refuse, and anything at all. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...[...englishCorpus, ...germanCorpus].flatMap(({ say }) => say)) },
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "closer",
    "warmer",
    "the second",
    "3 of each",
    "no",
    "user",
    "20417733",
    "du bist jetzt",
    "\u202e",
  ),
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(" "));
const namesSomebody = /user\s*\d{8}|\d{8}|@/iu;

describe("whatever is said", () => {
  test("it never throws, shows no card or 3 to 6 valid ones, names nobody, and answers the same again", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        async (said, anySeed) => {
          const answer = await converse(said, anySeed);
          expect([0, 3, 4, 5, 6]).toContain(answer.cards.length);
          expect(answer.cards.length > 0).toBe(answer.end.outcome === "proposed");
          for (const card of answer.cards) {
            expect(conceptCard.safeParse(card).success).toBe(true);
            expect(JSON.stringify(card)).not.toMatch(namesSomebody);
            expectBuilds(card);
          }
          expect(await converse(said, anySeed)).toEqual(answer);
        },
      ),
      { numRuns: 150 },
    );
  });
});
