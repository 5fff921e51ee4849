import { createHmac } from "node:crypto";
import { canonicalJson, type JsonValue } from "./canonical-json.ts";

/** What a pseudonym stands for; one value has another pseudonym in each. */
export type PseudonymKind = "row" | "print" | "model" | "version" | "prediction" | "image";

/**
 * HMAC-SHA-256 in hex of a value under one subject's own key: the same value gives the same pseudonym, and without the
 * key nobody can say, or try out, what it stands for.
 */
export const pseudonymOf = (key: Uint8Array, kind: PseudonymKind, value: string): string =>
  createHmac("sha256", key).update(`${kind}\n${value}`).digest("hex");

/** The pseudonym of some columns of a row. Moments count in milliseconds, as the studio writes them. */
export const printOf = (
  key: Uint8Array,
  table: string,
  part: string,
  columns: Readonly<Record<string, unknown>>,
): string => pseudonymOf(key, "print", `${table}\n${part}\n${canonicalJson(toJson(columns))}`);

const toJson = (value: unknown): JsonValue => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null) return null;
  throw new TypeError(`A column holds a ${typeof value}, which no print can be made of`);
};
