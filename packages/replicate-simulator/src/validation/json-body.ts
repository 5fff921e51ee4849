/** A JSON object that passed its check. */
export type JsonBody = Readonly<Record<string, unknown>>;

/** True for a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text of the body, or null when it is not there. */
export function textOf(body: JsonBody, name: string): string | null {
  const value = body[name];
  return typeof value === "string" ? value : null;
}

/** A number of the body, or null when it is not there. */
export function numberOf(body: JsonBody, name: string): number | null {
  const value = body[name];
  return typeof value === "number" ? value : null;
}
