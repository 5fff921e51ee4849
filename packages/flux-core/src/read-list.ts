/** A copy of the first entries of a list, `maximum` at most; nothing when it is no list or cannot be read. */
export function readList(source: unknown, maximum: number): readonly unknown[] {
  try {
    if (!Array.isArray(source)) return [];
    const list: readonly unknown[] = source;
    return Array.from({ length: Math.min(list.length, maximum) }, (_, at) => list[at]);
  } catch {
    // A proxy that throws: what cannot be read is not there.
    return [];
  }
}
