const LONGEST = 60;

/** A value in words for an error message, at most about 60 characters, without calling anything of its own. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
  }
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) {
    return String(value);
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
