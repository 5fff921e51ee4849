/**
 * Gives each item a key of its own: its name, and which one of that name it is.
 *
 * @example
 * keyed(["a", "b", "a"], (name) => name).map(({ key }) => key) // ["a 1", "b 1", "a 2"]
 */
export function keyed<TItem>(
  items: readonly TItem[],
  nameOf: (item: TItem) => string,
): readonly { readonly key: string; readonly item: TItem }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    return { key: `${name} ${turn}`, item };
  });
}
