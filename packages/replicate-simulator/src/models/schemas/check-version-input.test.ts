import { expect, it } from "vitest";
import { invalidInput } from "../../problems/problems.ts";
import { checkVersionInput } from "./check-version-input.ts";

const check = (input: Record<string, unknown>) => checkVersionInput("flux-trained-lora", "Input", input);

it("passes an input with the fields of the schema, and with fields it does not know", () => {
  expect(check({ prompt: "a", num_outputs: 4, guidance_scale: 2.8, seed: 1, unknown: true })).toEqual([]);
});

it("tells a missing prompt and a number out of bounds exactly as the provider does", () => {
  expect(invalidInput(check({ num_inference_steps: 51 })).body).toEqual({
    detail: "- input: prompt is required\n- input.num_inference_steps: Must be less than or equal to 50\n",
    status: 422,
    title: "Input validation failed",
    invalid_fields: [
      { type: "required", field: "input", description: "prompt is required" },
      {
        type: "number_lte",
        field: "input.num_inference_steps",
        description: "Must be less than or equal to 50",
      },
    ],
  });
});

it("tells a choice that is none exactly as the provider does", () => {
  expect(check({ prompt: "a", output_format: "gif" })).toEqual([
    {
      type: "enum",
      field: "input.output_format",
      description: 'output_format must be one of the following: "webp", "jpg", "png"',
    },
  ]);
});

it.each([
  [{ num_outputs: 0 }, "number_gte", "Must be greater than or equal to 1"],
  [{ num_outputs: 1.5 }, "invalid_type", "Invalid type. Expected: integer, given: number"],
  [{ num_outputs: "2" }, "invalid_type", "Invalid type. Expected: integer, given: string"],
  [{ seed: null }, "invalid_type", "Invalid type. Expected: integer, given: null"],
  [{ image: "not an address" }, "format", "Does not match format 'uri'"],
  [{ lora_scale: 3.1 }, "number_lte", "Must be less than or equal to 3"],
])("refuses %j", (input, type, description) => {
  const [name] = Object.keys(input);
  expect(check({ prompt: "a", ...input })).toEqual([{ type, field: `input.${name ?? ""}`, description }]);
});

it("checks a training against the trainer's own inputs", () => {
  const trained = (input: Record<string, unknown>) =>
    checkVersionInput("flux-dev-lora-trainer", "TrainingInput", input);
  expect(trained({})).toEqual([]);
  expect(trained({ steps: 2 })).toMatchObject([{ field: "input.steps", type: "number_gte" }]);
  expect(trained({ optimizer: "sgd" })).toMatchObject([{ field: "input.optimizer", type: "enum" }]);
});
