import { expressions } from "@selfsame/flux-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collection, framings, shotTextLimit } from "./collections/collection-schema.ts";
import { collections } from "./collections/collections.ts";
import { exportCollection } from "./export-collection.ts";
import { importCollection } from "./import-collection.ts";
import { type CollectionWords, maximumFileBytes } from "./shared-collection.ts";

const ownShot = {
  id: "by-the-sea",
  title: "By the sea",
  framing: "half-length",
  moment: "leaning on the rail",
  clothes: "grey wool coat",
  place: "an empty pier",
  light: "low sun from the left",
  lens: "50mm lens",
  expression: "calm",
} as const;
const own: CollectionWords = { title: "My own", description: "A walk along the pier.", shots: [ownShot] };

const fileOf = (words: object): string =>
  JSON.stringify({ format: "selfsame-collection", formatVersion: 1, ...words });
const refusalOf = (text: string) => {
  const read = importCollection(text);
  return read.ok ? null : read.error;
};
const withShot = (change: object): object => ({ ...own, shots: [{ ...ownShot, ...change }] });

const word = fc.constantFrom(
  "grey",
  "wool",
  "rain",
  "harbour",
  "lamp",
  "wide",
  "stone",
  "late",
  "blue",
  "door",
);
const clause = fc.array(word, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(" "));
const someShot = fc.record({
  title: clause.map((text) => text.slice(0, 50).trim()),
  framing: fc.constantFrom(...Object.keys(framings)),
  moment: clause,
  clothes: clause,
  place: clause,
  light: clause,
  lens: clause,
  expression: fc.constantFrom(...Object.keys(expressions)),
});
const someCollection = fc
  .tuple(clause, fc.array(someShot, { minLength: 1, maxLength: 40 }))
  .map(([title, shots]) =>
    collection.parse({
      id: "any",
      version: 1,
      title: `A ${title}`.slice(0, 60).trim(),
      description: "Anything at all.",
      shots: shots.map((shot, at) => ({ ...shot, id: `shot-${at}` })),
    }),
  );

describe("a collection that is shared", () => {
  test.each(collections)("comes back as it left: $id", (studioCollection) => {
    const file = exportCollection(studioCollection);
    if (!file.ok) throw new Error(file.error.message);
    const { title, description, shots } = studioCollection;
    expect(importCollection(file.value)).toEqual({ ok: true, value: { title, description, shots } });
  });

  test("comes back as it left, whatever its shots are", () => {
    fc.assert(
      fc.property(someCollection, ({ title, description, shots }) => {
        const file = exportCollection({ title, description, shots });
        if (!file.ok) throw new Error(file.error.message);
        expect(importCollection(file.value)).toEqual({ ok: true, value: { title, description, shots } });
      }),
      { numRuns: 50 },
    );
  });

  test("fits the size limit with 40 shots of the longest fields in a script of four bytes a letter", () => {
    const long = "𐐀".repeat(shotTextLimit / 2);
    const shots = Array.from({ length: 40 }, (_, at) => ({
      ...ownShot,
      id: `shot-${at}`,
      moment: long,
      clothes: long,
      place: long,
      light: long,
      lens: long,
    }));
    const file = exportCollection({ ...own, shots });
    expect(file.ok && Buffer.byteLength(file.value)).toBeLessThan(maximumFileBytes);
    expect(file.ok && importCollection(file.value).ok).toBe(true);
  });

  test("holds words and nothing else", () => {
    const kept = { ...own, ownerId: "0197a000-0000-7000-8000-00000000abcd" };
    const file = exportCollection(kept);
    if (!file.ok) throw new Error(file.error.message);
    expect(JSON.parse(file.value)).toEqual({ format: "selfsame-collection", formatVersion: 1, ...own });
  });
});

describe("a file is refused", () => {
  test("when it is too large, before it is parsed", () => {
    expect(refusalOf(" ".repeat(maximumFileBytes + 1))).toMatchObject({
      code: "file-too-large",
      sizeBytes: maximumFileBytes + 1,
      maximumBytes: maximumFileBytes,
    });
  });

  test.each(["", "{", "shots: []", "undefined"])("when it is no JSON: %j", (text) => {
    expect(refusalOf(text)).toMatchObject({ code: "not-json" });
  });

  test.each(["null", "[]", "{}", fileOf({ ...own, format: "else" }), fileOf({ ...own, formatVersion: 2 })])(
    "when it is of another format: %.60s",
    (text) => {
      expect(refusalOf(text)).toMatchObject({ code: "format-unknown" });
    },
  );

  test.each([
    ["subjectNumber", fileOf({ ...own, subjectNumber: "20417733" })],
    ["id", fileOf({ ...own, id: "mine" })],
    ["shots.0.model", fileOf(withShot({ model: "somebody/else" }))],
    ["shots.0.seed", fileOf(withShot({ seed: 7 }))],
    ["__proto__", fileOf(own).replace("{", '{"__proto__":{"polluted":true},')],
  ])("when it has a field that collections do not have: %s", (path, text) => {
    expect(refusalOf(text)).toMatchObject({ code: "field-unknown", path });
    expect({}).not.toHaveProperty("polluted");
  });

  test.each([
    ["title", { ...own, title: "x" }],
    ["shots", { ...own, shots: [] }],
    ["shots", { ...own, shots: [ownShot, ownShot] }],
    ["shots.0.framing", withShot({ framing: "from space" })],
    ["shots.0.expression", withShot({ expression: "furious" })],
    ["shots.0.light", withShot({ light: "sun, lamp" })],
    ["shots.0.light", withShot({ light: "sun\nlamp" })],
    ["shots.0.light", withShot({ light: "(sun:1.4)" })],
    ["shots.0.place", withShot({ place: "a".repeat(shotTextLimit + 1) })],
  ])("when a field is not as it should be: %s", (path, words) => {
    expect(refusalOf(fileOf(words))).toMatchObject({ code: "field-invalid", path });
  });

  test.each([
    ["title", "trigger-word", { ...own, title: "With user20417733" }],
    ["description", "mail-address", { ...own, description: "Ask ada@example.org for more." }],
    ["description", "long-number", { ...own, description: "Call 0660 123 45 67 at any time." }],
    ["shots.0.moment", "trigger-word", withShot({ moment: "standing beside USER20417733" })],
    ["shots.0.clothes", "trigger-word", withShot({ clothes: "coat of ｕｓｅｒ２０４１７７３３" })],
    ["shots.0.place", "trigger-word", withShot({ place: "the house of us\u0435r20417733" })],
    ["shots.0.lens", "long-number", withShot({ lens: "number 20417733" })],
    ["shots.0.place", "trigger-word", withShot({ place: "user00000000 at the pier" })],
  ])("when %s names someone by %s, and it cannot be exported either", (path, trace, words) => {
    expect(refusalOf(fileOf(words))).toMatchObject({ code: "names-someone", path, trace });
    // Safe: the words are of the right form, only what they say is wrong.
    expect(exportCollection(words as CollectionWords)).toMatchObject({ ok: false, error: { path, trace } });
  });
});

describe("reading a file", () => {
  test("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.object().map(fileOf)), (text) => {
        expect(typeof importCollection(text).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});
