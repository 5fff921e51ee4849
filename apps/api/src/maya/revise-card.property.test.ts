import { expressions } from "@selfsame/flux-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Framing, framings } from "../photoshoot/collections/collection-schema.ts";
import type { ConceptCard } from "./concept-card.ts";
import { type CardChanges, reviseCard } from "./revise-card.ts";

// Safe: the tables have these keys and no others.
const framingNames = Object.keys(framings) as Framing[];
const expressionNames = Object.keys(expressions) as ConceptCard["expression"][];

const words = fc
  .array(fc.constantFrom("grey", "wool", "coat", "lamp", "lake", "door", "low", "sun"), {
    minLength: 2,
    maxLength: 5,
  })
  .map((list) => list.join(" "));

const card: fc.Arbitrary<ConceptCard> = fc
  .record({
    clothes: words.map((text) => `in ${text}`),
    place: words.map((text) => `before ${text}`),
    light: words.map((text) => `under ${text}`),
    framing: fc.constantFrom(...framingNames),
    expression: fc.constantFrom(...expressionNames),
    portraits: fc.integer({ min: 1, max: 4 }),
  })
  .map((some) => ({
    ...some,
    title: "A card",
    why: "Because.",
    brief: `${framings[some.framing]} standing still, ${some.clothes}, ${some.place}, ${some.light}, 50mm lens`,
    presetId: "natural-expression",
    changes: {},
    cost: some.portraits,
  }));

const changes: fc.Arbitrary<CardChanges> = fc.record(
  {
    clothes: words.map((text) => `wearing ${text}`),
    place: words.map((text) => `beside ${text}`),
    light: words.map((text) => `lit by ${text}`),
    framing: fc.constantFrom(...framingNames),
    portraits: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: [] },
);

describe("a card with changes of the person's", () => {
  test("says in its brief all that stands on it, and nothing that stood there before", () => {
    fc.assert(
      fc.property(card, changes, (before, change) => {
        const after = reviseCard(before, change);
        const fields = ["clothes", "place", "light"] as const;
        for (const field of fields) expect(after.brief).toContain(after[field]);
        const gone = fields.filter((field) => change[field] !== undefined).map((field) => before[field]);
        expect(gone.filter((clause) => after.brief.includes(clause))).toEqual([]);
        expect(after.brief.startsWith(framings[after.framing])).toBe(true);
        expect(after.brief.split(", ")).toHaveLength(before.brief.split(", ").length);
      }),
    );
  });

  test("is the same card when nothing is changed", () => {
    fc.assert(
      fc.property(card, (before) => {
        const { cost: _cost, ...draft } = before;
        expect(reviseCard(before, {})).toEqual(draft);
      }),
    );
  });

  test("takes a brief of the person's own as it is written", () => {
    fc.assert(
      fc.property(card, words, changes, (before, brief, change) => {
        expect(reviseCard(before, { ...change, brief }).brief).toBe(brief);
      }),
    );
  });

  test("puts words at the end that have no place in a brief of the person's own", () => {
    fc.assert(
      fc.property(card, words, (before, place) => {
        const after = reviseCard({ ...before, brief: "at home" }, { place: `near ${place}` });
        expect(after.brief).toBe(`at home, near ${place}`);
      }),
    );
  });
});
