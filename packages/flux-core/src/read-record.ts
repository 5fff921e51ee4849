/**
 * Reads the named fields of something unknown, each exactly once, so that a getter cannot answer twice
 * differently; `null` when it is no object or when reading it throws.
 */
export function readRecord<TName extends string>(
  source: unknown,
  names: readonly TName[],
): { readonly [field in TName]?: unknown } | null {
  if (typeof source !== "object" || source === null) return null;
  const fields: { [field in TName]?: unknown } = {};
  try {
    for (const name of names) fields[name] = Reflect.get(source, name);
  } catch {
    // A getter or a proxy that throws: that it cannot be read is the whole answer.
    return null;
  }
  return fields;
}
