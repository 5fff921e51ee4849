/** What canonical JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * JSON with names in UTF-16 order and no white space, as RFC 8785 has it: the same value gives the same text, also
 * after the database has kept it as jsonb.
 */
export const canonicalJson = (value: JsonValue): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${members.join(",")}}`;
};

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
