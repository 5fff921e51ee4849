import { describe, expect, test } from "vitest";
import { identityFromSeed } from "./identity-from-seed.ts";
import { genericIdentity, hairStyles, type Identity } from "./identity.ts";

/** The numbers of a face's features, in a fixed order. */
function featuresOf({ face, jaw, eyes, nose, brows, lips, softness }: Identity): number[] {
  return [softness, ...[face, jaw, eyes, nose, brows, lips].flatMap((group) => Object.values<number>(group))];
}

function distance(a: Identity, b: Identity): number {
  const [first, second] = [featuresOf(a), featuresOf(b)];
  return Math.sqrt(first.reduce((sum, value, index) => sum + (value - (second[index] ?? 0)) ** 2, 0));
}

const crowd = Array.from({ length: 200 }, (_, index) => identityFromSeed(`person ${index}`));

describe("identityFromSeed", () => {
  test("gives the same person for the same seed", () => {
    expect(identityFromSeed("anna")).toEqual(identityFromSeed("anna"));
  });

  test("gives the person back from the key that a mark carries", () => {
    for (const person of crowd.slice(0, 20)) expect(identityFromSeed(person.key ?? "")).toEqual(person);
  });

  test("reads the bytes of a hash like its hexadecimal text", () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
    const hex = Buffer.from(bytes).toString("hex");
    expect(identityFromSeed(bytes)).toEqual(identityFromSeed(hex));
  });

  test("keeps every number between 0 and 1", () => {
    for (const person of crowd) {
      const numbers = [
        ...featuresOf(person),
        person.age,
        person.build,
        person.iris,
        person.skin.tone,
        person.hair.grey,
      ];
      expect(numbers.filter((value) => !(value >= 0 && value <= 1))).toEqual([]);
    }
  });

  test("keeps people apart from each other and from the generic face", () => {
    const fromGeneric = crowd.map((person) => distance(person, genericIdentity));
    expect(Math.min(...fromGeneric)).toBeGreaterThan(1.2);
    const apart = crowd.flatMap((person, index) =>
      crowd.slice(index + 1).map((other) => distance(person, other)),
    );
    expect(Math.min(...apart)).toBeGreaterThan(0.8);
  });

  test("shows all hair styles, light and dark skin, young and old", () => {
    expect(new Set(crowd.map(({ hair }) => hair.style))).toEqual(new Set(hairStyles));
    const tones = crowd.map(({ skin }) => skin.tone);
    expect(tones.filter((tone) => tone < 0.25).length).toBeGreaterThan(30);
    expect(tones.filter((tone) => tone > 0.75).length).toBeGreaterThan(25);
    expect(crowd.filter(({ age }) => age > 0.55).length).toBeGreaterThan(20);
    expect(crowd.filter(({ softness }) => softness > 0.6).length).toBeGreaterThan(60);
  });
});
