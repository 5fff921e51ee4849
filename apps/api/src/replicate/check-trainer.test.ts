import { describe, expect, it } from "vitest";
import { startProviderFixture } from "../../test/replicate/provider-fixture.ts";
import { sendJson } from "../../test/replicate/scripted-server.ts";
import { checkTrainer, compareTrainer } from "./check-trainer.ts";
import { trainers } from "./trainers.ts";

const ostris = trainers["ostris/flux-dev-lora-trainer"];

/** The inputs of the ostris trainer as its version publishes them, cut to what is sent; choices stand apart. */
const inputs = {
  input_images: { type: "string", format: "uri" },
  trigger_word: { type: "string", default: "TOK" },
  autocaption: { type: "boolean", default: true },
  steps: { type: "integer", default: 1000, minimum: 3, maximum: 6000 },
  learning_rate: { type: "number", default: 0.0004 },
  batch_size: { type: "integer", default: 1 },
  resolution: { type: "string", default: "512,768,1024" },
  lora_rank: { type: "integer", default: 16, minimum: 1, maximum: 128 },
  caption_dropout_rate: { type: "number", default: 0.05, minimum: 0, maximum: 1 },
  optimizer: { default: "adamw8bit", allOf: [{ $ref: "#/components/schemas/optimizer" }] },
};
const optimizer = { type: "string", enum: ["adamw8bit", "prodigy"] };
const schemaWith = (properties: object, more: object = {}) => ({
  components: { schemas: { Input: { properties: {} }, TrainingInput: { properties, ...more }, optimizer } },
});

describe("compareTrainer", () => {
  it("agrees with the trainer that the numbers were taken from", () => {
    expect(compareTrainer(ostris, schemaWith(inputs))).toEqual({ outcome: "agrees" });
  });

  it("reads the inputs of a version that has no place of its own for them", () => {
    const schema = { components: { schemas: { Input: { properties: inputs }, optimizer } } };
    expect(compareTrainer(ostris, schema)).toEqual({ outcome: "agrees" });
  });

  const { lora_rank: _without, ...renamed } = inputs;
  it.each<[string, object, string]>([
    [
      "an input was renamed",
      schemaWith({ ...renamed, rank: inputs.lora_rank }),
      "ostris/flux-dev-lora-trainer:26dce37a: lora_rank is not one of its inputs.",
    ],
    [
      "a type changed",
      schemaWith({ ...inputs, resolution: { type: "integer" } }),
      'ostris/flux-dev-lora-trainer:26dce37a: resolution is sent as "512,768,1024" and now has the type integer.',
    ],
    [
      "a range moved up",
      schemaWith({ ...inputs, steps: { type: "integer", minimum: 1500 } }),
      "ostris/flux-dev-lora-trainer:26dce37a: steps is sent as 1000, below its minimum of 1500.",
    ],
    [
      "a range moved down",
      schemaWith({ ...inputs, steps: { type: "integer", maximum: 500 } }),
      "ostris/flux-dev-lora-trainer:26dce37a: steps is sent as 1000, above its maximum of 500.",
    ],
    [
      "a choice went",
      schemaWith({ ...inputs, optimizer: { enum: ["adam"] } }),
      'ostris/flux-dev-lora-trainer:26dce37a: optimizer is sent as "adamw8bit", which is not among ["adam"].',
    ],
    [
      "something new is required",
      schemaWith(inputs, { required: ["input_images", "class_word"] }),
      "ostris/flux-dev-lora-trainer:26dce37a: class_word is required and the studio does not send it.",
    ],
    [
      "there is nothing to read",
      { openapi: "3.0.2" },
      "ostris/flux-dev-lora-trainer:26dce37a has no readable training inputs.",
    ],
  ])("says in one line when %s", (_name, schema, line) => {
    expect(compareTrainer(ostris, schema)).toEqual({ outcome: "differs", lines: [line] });
  });
});

describe("checkTrainer", () => {
  it("asks for the pinned version", async () => {
    await using fixture = await startProviderFixture(({ response }) =>
      sendJson(response, 200, { id: ostris.version, openapi_schema: schemaWith(inputs) }),
    );
    expect(await checkTrainer(fixture.provider, ostris)).toEqual({ outcome: "agrees" });
    expect(fixture.server.received[0]?.path).toBe(
      `/v1/models/ostris/flux-dev-lora-trainer/versions/${ostris.version}`,
    );
  });

  it("tells a version that is gone from a provider that does not answer", async () => {
    await using gone = await startProviderFixture(({ response }) =>
      sendJson(response, 404, { detail: "no" }),
    );
    await using silent = await startProviderFixture(({ response }) => void response.destroy());
    expect(await checkTrainer(gone.provider, ostris)).toEqual({
      outcome: "differs",
      lines: ["ostris/flux-dev-lora-trainer:26dce37a is not offered to this account (not-found)."],
    });
    expect(await checkTrainer(silent.provider, ostris)).toMatchObject({ outcome: "unavailable" });
  });
});
