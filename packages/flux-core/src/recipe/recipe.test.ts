import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../test/property-runs.ts";
import {
  diffRecipes,
  recipeHash,
  sealRecipe,
  shareableRecipe,
  verifyRecipe,
  type Recipe,
  type SealedRecipe,
} from "../index.ts";
import { canonicalJson, type JsonValue } from "./canonical-json.ts";

const recipe: Recipe = {
  formatVersion: 1,
  generationId: "0197a1c2-7b7e-7000-8000-5d0c3f7e9a11",
  subjectNumber: "20417733",
  model: "studio-one/20417733-selfie-lora",
  version: "ab".repeat(32),
  trigger: "user20417733",
  prompt: "user20417733, at sea, user20417733 portrait",
  preset: { id: "natural-expression", version: 1 },
  enhancement: "none",
  input: {
    prompt: "user20417733, at sea, user20417733 portrait",
    seed: 7,
    num_outputs: 2,
    guidance_scale: 2.8,
    go_fast: false,
  },
};

function sealed(changes: Partial<Recipe> = {}): SealedRecipe {
  const result = sealRecipe({ ...recipe, ...changes });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("sealRecipe", () => {
  test("adds the sha-256 of the canonical JSON of everything else", () => {
    const canonical =
      '{"enhancement":"none","formatVersion":1,"generationId":"0197a1c2-7b7e-7000-8000-5d0c3f7e9a11",' +
      '"input":{"go_fast":false,"guidance_scale":2.8,"num_outputs":2,"prompt":"user20417733, at sea, user20417733 portrait","seed":7},' +
      '"model":"studio-one/20417733-selfie-lora","preset":{"id":"natural-expression","version":1},' +
      '"prompt":"user20417733, at sea, user20417733 portrait","subjectNumber":"20417733","trigger":"user20417733",' +
      `"version":"${"ab".repeat(32)}"}`;
    const hash = createHash("sha256").update(canonical, "utf8").digest("hex");
    expect(sealRecipe(recipe)).toEqual({ ok: true, value: { ...recipe, hash } });
    expect(recipeHash(recipe)).toBe(hash);
    expect(recipeHash(sealed())).toBe(hash);
  });

  test("freezes a copy and leaves what it was given alone", () => {
    const value = sealed();
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.isFrozen(value.input)).toBe(true);
    expect(Object.isFrozen(value.preset)).toBe(true);
    expect(Object.isFrozen(recipe.input)).toBe(false);
  });

  test("gives a recipe with a wrong hash its right one", () => {
    const wrong: object = { ...recipe, hash: "0".repeat(64) };
    expect(sealRecipe({ ...recipe, ...wrong })).toEqual({ ok: true, value: sealed() });
  });

  test("does not depend on the order of the fields", () => {
    const { version, prompt, input, ...rest } = recipe;
    const { seed, ...otherInput } = input;
    expect(recipeHash({ input: { ...otherInput, seed: Number(seed) }, prompt, version, ...rest })).toBe(
      recipeHash(recipe),
    );
  });

  test.each([
    ["generationId", ""],
    ["generationId", 7],
    ["generationId", "x".repeat(201)],
    ["subjectNumber", "2041773"],
    ["model", "studio-one/204177331-selfie-lora"],
    ["model", "20417733-selfie-lora"],
    ["model", ""],
    ["version", "ab"],
    ["version", "AB".repeat(32)],
    ["trigger", "user20417734"],
    ["prompt", ""],
    ["prompt", "\ud800"],
    ["preset", { id: "natural-expression" }],
    ["preset", { id: "natural-expression", version: 0 }],
    ["preset", { id: "natural-expression", version: 1.5 }],
    ["preset", { id: "", version: 1 }],
    ["preset", { id: "x", version: 1, more: 1 }],
    ["enhancement", "extreme"],
    ["input", null],
    ["input", { ...recipe.input, seed: 0 }],
    ["input", { ...recipe.input, seed: 1.5 }],
    ["input", { ...recipe.input, seed: "7" }],
    ["input", { ...recipe.input, seed: 2_147_483_648 }],
    ["input", { num_outputs: 1 }],
    ["input", { seed: 7 }],
    ["input", { ...recipe.input, num_outputs: 0 }],
    ["input", { ...recipe.input, num_outputs: 5 }],
    ["input", { ...recipe.input, prompt: "another" }],
    ["input", { ...recipe.input, deep: {} }],
    ["input", { ...recipe.input, guidance_scale: Number.NaN }],
    ["input", { ...recipe.input, guidance_scale: Infinity }],
    ["formatVersion", "1"],
    ["formatVersion", undefined],
    ["extra", 1],
  ])("refuses %s %j and names the field", (field, value) => {
    const given: object = { ...recipe, [field]: value };
    const result = sealRecipe(given as Recipe);
    if (result.ok) throw new Error("sealed");
    expect(result.error.code).toBe("recipe-invalid");
    expect(result.error.field?.startsWith(field)).toBe(true);
    expect(result.error.message).toMatch(/\.$/);
    expect(recipeHash(given as Recipe)).toBe("");
  });

  test("names the field inside the input", () => {
    const fieldOf = (input: object) => {
      const result = sealRecipe({ ...recipe, input: { ...recipe.input, ...input } });
      return result.ok ? null : result.error.field;
    };
    expect(fieldOf({ seed: 0 })).toBe("input.seed");
    expect(fieldOf({ num_outputs: 9 })).toBe("input.num_outputs");
    expect(fieldOf({ prompt: "another" })).toBe("input.prompt");
    expect(fieldOf({ deep: {} })).toBe("input.deep");
  });

  test("takes an input that does not repeat the prompt", () => {
    expect(sealRecipe({ ...recipe, input: { seed: 1, num_outputs: 1 } }).ok).toBe(true);
  });

  test.each([null, undefined, 7, "x", []])("answers %j, which is no recipe", (nothing) => {
    // A caller without types can pass anything.
    const given = nothing as never;
    for (const result of [sealRecipe(given), verifyRecipe(given), shareableRecipe(given)]) {
      expect(result).toMatchObject({ ok: false, error: { code: "recipe-invalid" } });
    }
    expect(recipeHash(given)).toBe("");
    expect(diffRecipes(given, given)).toEqual([]);
  });

  test("answers getters and proxies that throw", () => {
    const no = () => {
      throw new Error("no");
    };
    const traps = [
      new Proxy({}, { get: no, ownKeys: no }),
      { ...recipe, input: new Proxy({}, { ownKeys: no, get: no }) },
      Object.defineProperty({ ...recipe }, "prompt", { get: no, enumerable: true }),
    ];
    for (const trap of traps) {
      expect(verifyRecipe(trap)).toMatchObject({ ok: false, error: { code: "recipe-invalid" } });
      expect(recipeHash(trap as Recipe)).toBe("");
    }
  });
});

describe("verifyRecipe", () => {
  test("takes a sealed recipe back from JSON, frozen", () => {
    const verified = verifyRecipe(JSON.parse(JSON.stringify(sealed())));
    expect(verified).toEqual({ ok: true, value: sealed() });
    expect(verified.ok && Object.isFrozen(verified.value.input)).toBe(true);
  });

  test("refuses a recipe that was changed in any field after sealing", () => {
    const changes: Partial<Recipe>[] = [
      { generationId: "another" },
      { version: "cd".repeat(32) },
      { model: "studio-two/20417733-selfie-lora" },
      { preset: { id: "natural-expression", version: 2 } },
      { enhancement: "subtle" },
      { input: { ...recipe.input, seed: 8 } },
      { input: { ...recipe.input, extra: true } },
    ];
    for (const change of changes) {
      expect(verifyRecipe({ ...sealed(), ...change })).toMatchObject({
        ok: false,
        error: { code: "recipe-hash-mismatch", field: "hash" },
      });
    }
  });

  test.each([undefined, "", "0".repeat(64), 7])("refuses the hash %j", (hash) => {
    expect(verifyRecipe({ ...recipe, hash })).toMatchObject({
      ok: false,
      error: { code: "recipe-hash-mismatch" },
    });
  });

  test("says so when a recipe has a format it does not know", () => {
    expect(verifyRecipe({ formatVersion: 2 })).toMatchObject({
      ok: false,
      error: { code: "recipe-format-unknown", field: "formatVersion", value: 2 },
    });
  });
});

describe("shareableRecipe", () => {
  test("holds what made the picture and nothing of whose it is", () => {
    const shared = shareableRecipe(sealed());
    expect(shared).toEqual({
      ok: true,
      value: {
        formatVersion: 1,
        prompt: "{trigger}, at sea, {trigger} portrait",
        preset: { id: "natural-expression", version: 1 },
        enhancement: "none",
        input: {
          prompt: "{trigger}, at sea, {trigger} portrait",
          seed: 7,
          num_outputs: 2,
          guidance_scale: 2.8,
          go_fast: false,
        },
      },
    });
    expect(JSON.stringify(shared)).not.toContain("20417733");
    expect(shared.ok && Object.isFrozen(shared.value.input)).toBe(true);
  });

  test("replaces the trigger in any case and wherever it stands", () => {
    const prompt = "USER20417733x, at sea";
    const shared = shareableRecipe(sealed({ prompt, input: { ...recipe.input, prompt } }));
    expect(shared).toMatchObject({
      value: { prompt: "{trigger}x, at sea", input: { prompt: "{trigger}x, at sea" } },
    });
  });

  test.each([
    ["prompt", { prompt: "at 20417733", input: { seed: 1, num_outputs: 1 } }],
    ["preset.id", { preset: { id: "for-20417733", version: 1 } }],
    ["input.replicate_weights", { input: { ...recipe.input, replicate_weights: "https://x/20417733" } }],
    ["input.note", { input: { ...recipe.input, note: `v ${"ab".repeat(32)}` } }],
    ["input.note", { input: { ...recipe.input, note: recipe.generationId } }],
    ["input.20417733", { input: { ...recipe.input, "20417733": true } }],
  ])("refuses when %s would still tell", (field, changes) => {
    expect(shareableRecipe(sealed(changes))).toMatchObject({
      ok: false,
      error: { code: "recipe-names-subject", field },
    });
  });

  test("refuses a recipe that was changed after sealing", () => {
    expect(shareableRecipe({ ...sealed(), version: "cd".repeat(32) })).toMatchObject({
      ok: false,
      error: { code: "recipe-hash-mismatch" },
    });
  });
});

describe("diffRecipes", () => {
  test("finds nothing between a recipe and itself, sealed or not", () => {
    expect(diffRecipes(recipe, recipe)).toEqual([]);
    expect(diffRecipes(recipe, sealed())).toEqual([]);
  });

  test("names each field that differs, with both values, in the fields' order", () => {
    const other: Recipe = {
      ...recipe,
      generationId: "another",
      preset: { id: "strong-likeness", version: 1 },
      input: { prompt: recipe.prompt, seed: 8, num_outputs: 2, guidance_scale: 3.5, lora_scale: 1 },
    };
    expect(diffRecipes(recipe, other)).toEqual([
      { field: "generationId", before: recipe.generationId, after: "another" },
      { field: "preset.id", before: "natural-expression", after: "strong-likeness" },
      { field: "input.go_fast", before: false, after: undefined },
      { field: "input.guidance_scale", before: 2.8, after: 3.5 },
      { field: "input.seed", before: 7, after: 8 },
      { field: "input.lora_scale", before: undefined, after: 1 },
    ]);
  });
});

describe("canonicalJson", () => {
  test("is JSON with sorted names, as JSON.parse reads it back", () => {
    const json: fc.Arbitrary<JsonValue> = fc
      .jsonValue()
      .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
      propertyRuns(0.3),
    );
  });

  test("orders names by UTF-16 units, as RFC 8785 has it", () => {
    expect(canonicalJson({ "\ufb33": 1, "😀": 2, "1": 3, é: 4, "\r": 5, a: [null, true, 1e21, 0.1] })).toBe(
      '{"\\r":5,"1":3,"a":[null,true,1e+21,0.1],"é":4,"😀":2,"\ufb33":1}',
    );
  });
});
