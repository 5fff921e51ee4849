import { describe, expect, test } from "vitest";
import { trainedModelSchema } from "../../test/openapi-schemas.ts";
import {
  guardGeneration,
  resolvePreset,
  toReplicateInput,
  type Level,
  type OwnedGeneration,
  type Parameters,
} from "../index.ts";

function owned(
  overrides: Partial<Parameters> = {},
  more: { enhancement?: Level; seed?: number; outputs?: 1 | 2 | 3 | 4 } = {},
): OwnedGeneration {
  const preset = resolvePreset("natural-expression", overrides);
  if (!preset.ok) throw new Error(preset.error.message);
  const guarded = guardGeneration({
    caller: { subjectNumber: "20417733" },
    model: {
      subjectNumber: "20417733",
      account: "studio-one",
      name: "studio-one/20417733-selfie-lora",
      version: "ab".repeat(32),
      status: "ready",
      trigger: "user20417733",
    },
    request: {
      prompt: "user20417733, at sea",
      preset: preset.value,
      outputs: 1,
      enhancement: "none",
      ...more,
    },
  });
  if (!guarded.ok) throw new Error(guarded.error.message);
  return guarded.value;
}

const base = {
  prompt: "user20417733, at sea",
  num_inference_steps: 50,
  output_quality: 100,
  go_fast: false,
  lora_scale: 1,
  aspect_ratio: "3:4",
  megapixels: "1",
  output_format: "png",
  num_outputs: 1,
};

describe("toReplicateInput", () => {
  test("sends the preset in a trained model's own words", () => {
    expect(toReplicateInput(owned(), trainedModelSchema())).toEqual({
      ok: true,
      value: { ...base, guidance_scale: 2.8 },
    });
  });

  test("sends guidance where the version calls it so", () => {
    const schema = trainedModelSchema({
      guidance_scale: undefined,
      guidance: { type: "number", minimum: 0, maximum: 10 },
    });
    expect(toReplicateInput(owned(), schema)).toEqual({ ok: true, value: { ...base, guidance: 2.8 } });
  });

  test("sends guidance_scale alone where a version has both", () => {
    const schema = trainedModelSchema({ guidance: { type: "number" } });
    expect(toReplicateInput(owned(), schema)).toEqual({ ok: true, value: { ...base, guidance_scale: 2.8 } });
  });

  test("sends the seed when there is one, and the number of outputs that was asked for", () => {
    expect(toReplicateInput(owned({ outputs: 4 }, { seed: 7, outputs: 3 }), trainedModelSchema())).toEqual({
      ok: true,
      value: { ...base, guidance_scale: 2.8, seed: 7, num_outputs: 3 },
    });
  });

  test.each([
    ["subtle", "huggingface.co/prithivMLmods/Canopus-LoRA-Flux-FaceRealism", 0.6],
    ["medium", "huggingface.co/prithivMLmods/Canopus-LoRA-Flux-UltraRealism-2.0", 0.8],
    ["dramatic", "huggingface.co/strangerzonehf/Flux-Super-Portrait-LoRA", 1],
  ] as const)("lays the %s layer over the subject's model", (enhancement, extra_lora, extra_lora_scale) => {
    expect(toReplicateInput(owned({}, { enhancement }), trainedModelSchema())).toEqual({
      ok: true,
      value: { ...base, guidance_scale: 2.8, extra_lora, extra_lora_scale },
    });
  });

  test("follows references, chains of them and an optional input told as anyOf", () => {
    const schema = trainedModelSchema({
      seed: { anyOf: [{ type: "integer", maximum: 5 }, { type: "null" }] },
      lora_scale: { $ref: "#/components/schemas/scale~1own" },
    });
    Object.assign(schema.components.schemas, {
      "scale/own": { allOf: [{ $ref: "#/components/schemas/bounded" }, { minimum: 0.5 }] },
      bounded: { type: "number", minimum: 0, maximum: 2 },
    });
    expect(toReplicateInput(owned({}, { seed: 5 }), schema).ok).toBe(true);
    expect(toReplicateInput(owned({}, { seed: 6 }), schema)).toMatchObject({
      error: { code: "input-out-of-range", field: "seed", value: 6, min: null, max: 5 },
    });
    expect(toReplicateInput(owned({ loraScale: 0.4 }), schema)).toMatchObject({
      error: { code: "input-out-of-range", field: "lora_scale", value: 0.4, min: 0.5, max: 2 },
    });
    expect(toReplicateInput(owned({ loraScale: 2.1 }), schema)).toMatchObject({
      error: { code: "input-out-of-range", field: "lora_scale", max: 2 },
    });
  });

  test.each(["go_fast", "megapixels"])(
    "leaves %s out where the version lacks it and it says the usual",
    (field) => {
      const { [field]: _left, ...rest } = { ...base, guidance_scale: 2.8 } as Record<string, unknown>;
      expect(toReplicateInput(owned(), trainedModelSchema({ [field]: undefined }))).toEqual({
        ok: true,
        value: rest,
      });
    },
  );

  test.each([
    [{ goFast: true }, {}, "go_fast", true],
    [{ megapixels: "0.25" }, {}, "megapixels", "0.25"],
    [{}, {}, "lora_scale", 1],
    [{}, {}, "aspect_ratio", "3:4"],
    [{}, {}, "output_quality", 100],
    [{}, {}, "prompt", "user20417733, at sea"],
    [{}, { seed: 7 }, "seed", 7],
    [{}, { enhancement: "subtle" }, "extra_lora_scale", 0.6],
  ] as const)("refuses %j %j where the version has no %s", (overrides, more, field, value) => {
    expect(
      toReplicateInput(owned(overrides, more), trainedModelSchema({ [field]: undefined })),
    ).toMatchObject({
      ok: false,
      error: { code: "input-missing-in-version", field, value },
    });
  });

  test.each([
    ["num_inference_steps", { type: "integer", maximum: 49 }, { min: null, max: 49 }],
    ["num_inference_steps", { type: "integer", minimum: 51 }, { min: 51, max: null }],
    ["guidance_scale", { type: "number", exclusiveMinimum: 2.8 }, { min: 2.8, max: null }],
    ["guidance_scale", { type: "number", exclusiveMaximum: 2.8 }, { min: null, max: 2.8 }],
  ])("refuses %s outside of %j", (field, property, bounds) => {
    expect(toReplicateInput(owned(), trainedModelSchema({ [field]: property }))).toMatchObject({
      ok: false,
      error: { code: "input-out-of-range", field, ...bounds },
    });
  });

  test.each([
    ["guidance_scale", { type: "number", minimum: 2.8, maximum: 2.8 }],
    ["guidance_scale", { type: "number", exclusiveMinimum: 2.7, exclusiveMaximum: 2.9 }],
    ["guidance_scale", {}],
    ["lora_scale", { type: ["number", "null"] }],
    ["num_outputs", { oneOf: [{ type: "integer" }, { type: "null" }] }],
  ])("takes %s inside of %j", (field, property) => {
    expect(toReplicateInput(owned(), trainedModelSchema({ [field]: property })).ok).toBe(true);
  });

  test.each([
    ["guidance_scale", { type: "integer" }, "integer"],
    ["guidance_scale", { type: "string" }, "string"],
    ["prompt", { type: "number" }, "number"],
    ["go_fast", { type: ["string", "null"] }, "string or null"],
  ])("refuses %s where it would have to be %j", (field, property, expected) => {
    expect(toReplicateInput(owned(), trainedModelSchema({ [field]: property }))).toMatchObject({
      ok: false,
      error: { code: "input-wrong-type", field, expected },
    });
  });

  test("refuses a value the version does not list, and lists what it does", () => {
    const schema = trainedModelSchema();
    schema.components.schemas.aspect_ratio.enum = ["1:1", "4:5"];
    expect(toReplicateInput(owned(), schema)).toMatchObject({
      ok: false,
      error: { code: "input-not-allowed", field: "aspect_ratio", value: "3:4", allowed: ["1:1", "4:5"] },
    });
  });

  test("refuses when the version requires what a portrait does not send", () => {
    expect(toReplicateInput(owned(), trainedModelSchema({}, ["prompt", "image"]))).toMatchObject({
      ok: false,
      error: { code: "input-required", field: "image" },
    });
    expect(toReplicateInput(owned(), trainedModelSchema({}, ["prompt", "toString"]))).toMatchObject({
      ok: false,
      error: { code: "input-required", field: "toString" },
    });
  });

  test("refuses a version with neither guidance_scale nor guidance", () => {
    expect(toReplicateInput(owned(), trainedModelSchema({ guidance_scale: undefined }))).toMatchObject({
      ok: false,
      error: { code: "guidance-missing", field: "guidance" },
    });
  });

  test.each([
    null,
    undefined,
    7,
    "x",
    {},
    { components: {} },
    { components: { schemas: { Input: {} } } },
    { components: { schemas: { Input: { $ref: "#/components/schemas/Input" } } } },
    { components: { schemas: { Input: { $ref: "elsewhere" } } } },
    Object.create(trainedModelSchema()),
  ])("refuses a document without inputs, number %#", (document) => {
    expect(toReplicateInput(owned(), document)).toMatchObject({
      ok: false,
      error: { code: "schema-unreadable", field: "openapiSchema" },
    });
  });

  test("does not follow a circle for ever, and answers a document that throws", () => {
    const circle: { allOf: unknown[] } = { allOf: [] };
    circle.allOf.push(circle);
    expect(toReplicateInput(owned(), trainedModelSchema({ lora_scale: circle })).ok).toBe(true);
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
        getOwnPropertyDescriptor: () => {
          throw new Error("no");
        },
      },
    );
    expect(toReplicateInput(owned(), throwing)).toMatchObject({ error: { code: "schema-unreadable" } });
    expect(toReplicateInput(owned(), trainedModelSchema({ lora_scale: throwing })).ok).toBe(true);
  });

  test("refuses a copy, a spread, a clone and a round trip through a queue", () => {
    const real = owned();
    for (const copy of [
      { ...real },
      structuredClone(real),
      JSON.parse(JSON.stringify(real)) as OwnedGeneration,
    ]) {
      expect(toReplicateInput(copy, trainedModelSchema())).toMatchObject({
        ok: false,
        error: { code: "not-owned", field: "owned" },
      });
    }
    // A caller without types can pass anything.
    expect(toReplicateInput(null as never, trainedModelSchema())).toMatchObject({
      error: { code: "not-owned" },
    });
  });
});
