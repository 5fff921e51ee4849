import { describe, expect, it } from "vitest";
import { embeddingAt, makeSingle } from "../test/make-face.ts";
import { buildProfile } from "./build-profile.ts";
import type { SingleFace } from "./face-observation.ts";
import { likeness } from "./likeness.ts";
import { ownRange } from "./own-range.ts";

function rangeOf(references: readonly SingleFace[]) {
  const built = buildProfile(references);
  if (!built.built) throw new Error(built.reason);
  return { range: ownRange(references, built.profile), profile: built.profile };
}

const references = [1, 2, 3, 4].map((axis) =>
  makeSingle({ embedding: embeddingAt(0.97, axis) }, { lift: axis * 0.03, mouthWidth: 0.8 }),
);

describe("ownRange", () => {
  it("measures each reference as it measures a portrait of the person", () => {
    const { range } = rangeOf(references);
    const [first, ...others] = references;
    const { profile } = rangeOf(others);
    const found = first === undefined ? undefined : likeness(first, profile);
    expect(found).toMatchObject({ measurable: true, value: { raw: range.likeness[0] } });
    expect(range.likeness).toHaveLength(4);
  });

  it("has as many smiles as references, the broader mouth with the higher number", () => {
    const { smile } = rangeOf(references).range;
    expect(smile).toEqual(smile.toSorted((x, y) => x - y));
    expect(smile[3]).toBeGreaterThan(smile[0] ?? 1);
  });

  it("gives skin in units of the middle reference", () => {
    const sharp = [60, 120, 240].map((sharpness) =>
      makeSingle({ chip: { sharpness, meanLuma: 120, clippedShare: 0, lightAsymmetry: 0.1 } }),
    );
    expect(rangeOf(sharp).range.skin).toEqual([0.5, 1, 2]);
  });

  it("says nothing of one reference's likeness to others", () => {
    expect(rangeOf(references.slice(0, 1)).range.likeness).toEqual([]);
  });
});
