import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presetChanges } from "../concept-card.ts";
import {
  enoughEvidence,
  proposeChange,
  type SeenPortrait,
  type UsualParameter,
  type UsualValues,
} from "./propose-change.ts";

const presetId = "natural-expression";
const values: fc.Arbitrary<UsualValues> = fc.record({
  guidance: fc.constantFrom(2, 2.2, 2.5, 2.8, 3.5, 4),
  numInferenceSteps: fc.constantFrom(28, 40, 50),
  loraScale: fc.constantFrom(0.9, 1, 1.15, 1.2),
});
const portrait: fc.Arbitrary<SeenPortrait> = fc.record({
  at: fc.integer({ min: 0, max: 1_000 }).map((at) => new Date(at)),
  values,
  verdict: fc.constantFrom("kept" as const, "thrown-away" as const, null),
  isSmileWide: fc.constantFrom(true, false, null),
  isLessLike: fc.constantFrom(true, false, null),
});
const newestFirst = (seen: readonly SeenPortrait[]) =>
  seen.toSorted((one, other) => other.at.getTime() - one.at.getTime());
const many = fc.array(portrait, { maxLength: 80 }).map(newestFirst);
const usual = { guidance: 2.8, numInferenceSteps: 50, loraScale: 1 };
const seenWith = (
  change: Partial<SeenPortrait>,
  count: number,
  present: UsualValues = usual,
): SeenPortrait[] =>
  Array.from({ length: count }, () => ({
    at: new Date(500),
    values: present,
    verdict: null,
    isSmileWide: null,
    isLessLike: null,
    ...change,
  }));

describe("a proposal", () => {
  test("changes one value to another one that a card may have", () => {
    fc.assert(
      fc.property(values, many, (present, seen) => {
        const proposal = proposeChange({ presetId, present, seen, undoneAt: {} });
        const { parameter, before, after } = proposal ?? { parameter: "guidance", before: 1, after: 2 };
        expect(after).not.toBe(before);
        expect(presetChanges.safeParse({ [parameter]: after }).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("is not made of too little", () => {
    const little = fc.array(portrait, { maxLength: enoughEvidence.measuredInRow - 1 }).map(newestFirst);
    fc.assert(
      fc.property(values, little, (present, seen) => {
        expect(proposeChange({ presetId, present, seen, undoneAt: {} })).toBeNull();
      }),
    );
  });

  test("once accepted is not taken back by what was known then", () => {
    fc.assert(
      fc.property(values, many, (first, seen) => {
        const held: UsualValues[] = [first];
        for (let present = first; ;) {
          const proposal = proposeChange({ presetId, present, seen, undoneAt: {} });
          if (proposal === null) break;
          const { parameter, after } = proposal;
          present = Object.assign(structuredClone(present), { [parameter]: after });
          expect(held).not.toContainEqual(present);
          held.push(present);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("once undone is not made again until there is something new to go by", () => {
    fc.assert(
      fc.property(values, many, (present, seen) => {
        const now = new Date(2_000);
        const undoneAt: Record<UsualParameter, Date> = {
          guidance: now,
          numInferenceSteps: now,
          loraScale: now,
        };
        expect(proposeChange({ presetId, present, seen, undoneAt })).toBeNull();
      }),
    );
  });
});

describe("what speaks for a change", () => {
  test.each([
    [3.5, 2.8],
    [2.8, 2.5],
    [2.2, 2],
  ])("four wide smiles in a row take guidance from %d to %d", (before, after) => {
    const present = { ...usual, guidance: before };
    const seen = seenWith({ isSmileWide: true }, 4, present);
    expect(proposeChange({ presetId, present, seen, undoneAt: {} })).toEqual({
      presetId,
      parameter: "guidance",
      before,
      after,
      reason: { kind: "wide-smiles", count: 4 },
    });
  });

  test("smiles at another guidance, and at the lowest one, change nothing", () => {
    const elsewhere = seenWith({ isSmileWide: true }, 9, { ...usual, guidance: 3.5 });
    expect(proposeChange({ presetId, present: usual, seen: elsewhere, undoneAt: {} })).toBeNull();
    const lowest = { ...usual, guidance: 2 };
    const seen = seenWith({ isSmileWide: true }, 9, lowest);
    expect(proposeChange({ presetId, present: lowest, seen, undoneAt: {} })).toBeNull();
  });

  test("one natural smile among the last four is enough to leave it", () => {
    const seen = [...seenWith({ isSmileWide: false }, 1), ...seenWith({ isSmileWide: true }, 9)];
    expect(proposeChange({ presetId, present: usual, seen, undoneAt: {} })).toBeNull();
  });

  test("four that are less like the person take the model's weight up", () => {
    const seen = seenWith({ isLessLike: true }, 4);
    expect(proposeChange({ presetId, present: usual, seen, undoneAt: {} })).toMatchObject({
      parameter: "loraScale",
      before: 1,
      after: 1.05,
      reason: { kind: "less-like", count: 4 },
    });
  });

  test("a value that is clearly kept more often is proposed, one that may be chance is not", () => {
    const other = { ...usual, guidance: 2.5 };
    const seen = (kept: number) => [
      ...seenWith({ verdict: "kept" }, 2),
      ...seenWith({ verdict: "thrown-away" }, 10),
      ...seenWith({ verdict: "kept" }, kept, other),
      ...seenWith({ verdict: "thrown-away" }, 12 - kept, other),
    ];
    expect(proposeChange({ presetId, present: usual, seen: seen(11), undoneAt: {} })).toEqual({
      presetId,
      parameter: "guidance",
      before: 2.8,
      after: 2.5,
      reason: { kind: "kept", before: { kept: 2, decided: 12 }, after: { kept: 11, decided: 12 } },
    });
    expect(proposeChange({ presetId, present: usual, seen: seen(5), undoneAt: {} })).toBeNull();
  });
});
