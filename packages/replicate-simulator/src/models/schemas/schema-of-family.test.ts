import { expect, it } from "vitest";
import { schemaOfFamily } from "./schema-of-family.ts";

type Schemas = Record<
  string,
  { properties?: Record<string, Record<string, unknown>>; required?: string[]; enum?: string[] }
>;

function schemasOf(family: Parameters<typeof schemaOfFamily>[0]): Schemas {
  const { components } = schemaOfFamily(family) as { components: { schemas: Schemas } };
  return components.schemas;
}

it("numbers a trained version's inputs in their order, the prompt first and required", () => {
  const input = schemasOf("flux-trained-lora")["Input"];
  const names = Object.keys(input?.properties ?? {});
  expect(input?.required).toEqual(["prompt"]);
  expect(names.map((name) => input?.properties?.[name]?.["x-order"])).toEqual(names.map((_, order) => order));
  expect(names).toEqual([
    "prompt",
    "image",
    "mask",
    "aspect_ratio",
    "height",
    "width",
    "prompt_strength",
    "model",
    "num_outputs",
    "num_inference_steps",
    "guidance_scale",
    "seed",
    "output_format",
    "output_quality",
    "disable_safety_checker",
    "go_fast",
    "megapixels",
    "replicate_weights",
    "lora_scale",
    "extra_lora",
    "extra_lora_scale",
  ]);
});

it("writes choices as a schema of their own behind allOf", () => {
  const schemas = schemasOf("flux-trained-lora");
  expect(schemas["Input"]?.properties?.["megapixels"]).toMatchObject({
    default: "1",
    allOf: [{ $ref: "#/components/schemas/megapixels" }],
  });
  expect(schemas["megapixels"]?.enum).toEqual(["1", "0.25"]);
  expect(schemas["aspect_ratio"]?.enum).toContain("custom");
});

it("calls guidance by the name each model has for it", () => {
  const names = (family: Parameters<typeof schemaOfFamily>[0]) =>
    Object.keys(schemasOf(family)["Input"]?.properties ?? {}).filter((name) => name.startsWith("guidance"));
  expect(names("flux-trained-lora")).toEqual(["guidance_scale"]);
  expect(names("flux-dev-lora")).toEqual(["guidance"]);
});

it("marks secrets", () => {
  expect(schemasOf("flux-dev-lora-trainer")["TrainingInput"]?.properties?.["hf_token"]).toMatchObject({
    "x-cog-secret": true,
    format: "password",
  });
});
