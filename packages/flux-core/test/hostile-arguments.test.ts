import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as fluxCore from "../src/index.ts";
import { propertyRuns } from "./property-runs.ts";

const no = () => {
  throw new Error("no");
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const circle: Record<string, unknown> = {};
circle["self"] = circle;
const endless: unknown[] = [];
endless.length = 4_294_967_295;

/** Values that throw when they are looked at, have no prototype, have no end, or are of no use. */
const hostileValues: readonly unknown[] = [
  undefined,
  null,
  Symbol("x"),
  10n,
  Number.NaN,
  "\ud800",
  "__proto__",
  no,
  revoked.proxy,
  new Proxy({}, { get: no, has: no, ownKeys: no, getOwnPropertyDescriptor: no }),
  new Proxy([], { get: no }),
  Object.create(null),
  Object.freeze({ toString: no, valueOf: no, toJSON: no, [Symbol.toPrimitive]: no }),
  circle,
  endless,
  new Date(Number.NaN),
  new Map([["brief", "x"]]),
];

const fieldNames = [
  ..."brief trigger placement quality expression keep subject enhancement foreignTriggers expressionPolicy".split(
    " ",
  ),
  ..."caller model request subjectNumber account name version status prompt preset outputs seed".split(" "),
  ..."components schemas Input properties required allOf enum type minimum guidance guidance_scale".split(
    " ",
  ),
  ..."formatVersion generationId input hash type images clauses text origin guidance id".split(" "),
];

/** Stands for a hostile value while fast-check handles the tree: it looks at values itself. */
class Planted {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

const tree: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.nat({ max: hostileValues.length - 1 }).map((at) => new Planted(at)),
    fc.constantFrom("user20417733", "20417733", "begin", "none", "stored", "ready", "a big smile", 1, true),
    fc.anything(),
    fc.dictionary(fc.constantFrom(...fieldNames), tie("value"), { maxKeys: 8 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
})).value;

function planted(value: unknown): unknown {
  if (value instanceof Planted) return hostileValues[value.at];
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, planted(inner)]));
}

// Safe: whatever a function declares, a caller without types can pass it anything.
const functions = Object.entries(fluxCore)
  .filter(([, exported]) => typeof exported === "function")
  .map(([name, exported]) => [name, exported as (...given: unknown[]) => unknown] as const);

describe("no argument of any type makes anything throw", () => {
  test("there are fifteen functions to try", () => {
    expect(functions.map(([name]) => name)).toEqual([
      "presetFor",
      "resolvePreset",
      "buildPrompt",
      "explainPrompt",
      "triggerFor",
      "modelNameFor",
      "guardGeneration",
      "isOwnedGeneration",
      "toReplicateInput",
      "sealRecipe",
      "verifyRecipe",
      "recipeHash",
      "shareableRecipe",
      "diffRecipes",
      "generationAfter",
    ]);
  });

  test.each(functions)("%s answers each of the hostile values", (_name, verb) => {
    for (const first of hostileValues) {
      for (const second of hostileValues) expect(() => verb(first, second)).not.toThrow();
    }
  });

  test.each(functions)("%s answers whatever they are put together to", (_name, verb) => {
    fc.assert(
      fc.property(tree, tree, (first, second) => {
        verb(planted(first), planted(second));
      }),
      propertyRuns(0.4),
    );
  });
});

test("a version's document may list choices that cannot be written down", () => {
  const preset = fluxCore.resolvePreset("natural-expression");
  if (!preset.ok) throw new Error(preset.error.message);
  const guarded = fluxCore.guardGeneration({
    caller: { subjectNumber: "20417733" },
    model: {
      subjectNumber: "20417733",
      account: "studio-one",
      name: "studio-one/20417733-selfie-lora",
      version: "ab".repeat(32),
      status: "ready",
      trigger: "user20417733",
    },
    request: { prompt: "user20417733, at sea", preset: preset.value, outputs: 1, enhancement: "none" },
  });
  if (!guarded.ok) throw new Error(guarded.error.message);
  for (const value of hostileValues) {
    const properties = { guidance: {}, prompt: { enum: [value], type: value, allOf: value, $ref: value } };
    const document = { components: { schemas: { Input: { properties, required: value } } } };
    expect(() => fluxCore.toReplicateInput(guarded.value, document)).not.toThrow();
  }
});
