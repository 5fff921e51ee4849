import type { Context } from "hono";
import { invalidInput, problem } from "../problems/problems.ts";
import { isObject, type JsonBody } from "../validation/json-body.ts";
import type { SchemaCheck } from "../validation/json-schema-validator.ts";

/** Reads a JSON object and checks it; 400 when it is not JSON, 422 with every wrong field otherwise. */
export async function readBody(c: Context, check: SchemaCheck): Promise<JsonBody> {
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    throw problem(400, "Bad request", "The request body is not valid JSON");
  }
  const fields = check(body);
  if (fields.length > 0) throw invalidInput(fields);
  if (!isObject(body)) throw problem(400, "Bad request", "The request body is not a JSON object");
  return body;
}
