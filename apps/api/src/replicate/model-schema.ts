import * as z from "zod";

/** `GET /models/{owner}/{name}` and the answer to creating one. */
export const modelSchema = z.object({
  owner: z.string(),
  name: z.string(),
  visibility: z.enum(["public", "private"]),
});

/** `GET /models/{owner}/{name}/versions/{id}`; the schema is read by whoever needs it. */
export const modelVersionSchema = z.object({
  id: z.string(),
  openapi_schema: z.record(z.string(), z.unknown()),
});

const hardwareSchema = z.object({ sku: z.string().min(1) });

/** `GET /hardware`: at least one. */
export const hardwareListSchema = z.tuple([hardwareSchema], hardwareSchema);
