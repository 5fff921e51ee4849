/**
 * The OpenAPI document of a model trained by ostris/flux-dev-lora-trainer, as Replicate shows it,
 * with inputs changed, or left out where the change is undefined.
 */
export function trainedModelSchema(
  changes: Record<string, unknown> = {},
  required: readonly string[] = ["prompt"],
) {
  const document = {
    openapi: "3.0.2",
    components: {
      schemas: {
        Input: {
          type: "object",
          title: "Input",
          required,
          properties: {
            prompt: { type: "string", title: "Prompt", "x-order": 0 },
            image: { type: "string", format: "uri" },
            aspect_ratio: { allOf: [{ $ref: "#/components/schemas/aspect_ratio" }], default: "1:1" },
            model: { allOf: [{ $ref: "#/components/schemas/model" }], default: "dev" },
            num_outputs: { type: "integer", default: 1, minimum: 1, maximum: 4 },
            num_inference_steps: { type: "integer", default: 28, minimum: 1, maximum: 50 },
            guidance_scale: { type: "number", default: 3, minimum: 0, maximum: 10 },
            seed: { type: "integer" },
            output_format: { allOf: [{ $ref: "#/components/schemas/output_format" }], default: "webp" },
            output_quality: { type: "integer", default: 80, minimum: 0, maximum: 100 },
            disable_safety_checker: { type: "boolean", default: false },
            go_fast: { type: "boolean", default: false },
            megapixels: { allOf: [{ $ref: "#/components/schemas/megapixels" }], default: "1" },
            lora_scale: { type: "number", default: 1, minimum: -1, maximum: 3 },
            extra_lora: { type: "string" },
            extra_lora_scale: { type: "number", default: 1, minimum: -1, maximum: 3 },
          },
        },
        aspect_ratio: {
          enum: ["1:1", "16:9", "21:9", "3:2", "2:3", "4:5", "5:4", "3:4", "4:3", "9:16", "9:21", "custom"],
          type: "string",
        },
        model: { enum: ["dev", "schnell"], type: "string" },
        output_format: { enum: ["webp", "jpg", "png"], type: "string" },
        megapixels: { enum: ["1", "0.25"], type: "string" },
      },
    },
  };
  const { properties } = document.components.schemas.Input;
  for (const [name, schema] of Object.entries(changes)) {
    if (schema === undefined) Reflect.deleteProperty(properties, name);
    else Reflect.set(properties, name, schema);
  }
  return document;
}
