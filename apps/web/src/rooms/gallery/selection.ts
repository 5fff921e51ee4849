/** What is selected on the wall, and where a further range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchorId: string | null;
}

/** Nothing selected. */
export const noSelection: Selection = { ids: new Set(), anchorId: null };

/** Selects one more, or lets go of it; a range begins there. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchorId: id };
}

/** Selects everything from where the range begins to a portrait, with what was selected; `order` is the wall's. */
export function extended({ ids, anchorId }: Selection, id: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(anchorId ?? id), order.indexOf(id)].toSorted((a, b) => a - b);
  if (from === undefined || to === undefined || from === -1) return toggled({ ids, anchorId }, id);
  return { ids: new Set([...ids, ...order.slice(from, to + 1)]), anchorId: anchorId ?? id };
}

/** Selects everything there is, as far as it was read. */
export const everything = (order: readonly string[]): Selection => ({
  ids: new Set(order),
  anchorId: order[0] ?? null,
});

/** What is left of a selection when some hang no more. */
export function without({ ids, anchorId }: Selection, gone: (id: string) => boolean): Selection {
  const left = [...ids].filter((id) => !gone(id));
  return left.length === ids.size
    ? { ids, anchorId }
    : { ids: new Set(left), anchorId: anchorId !== null && gone(anchorId) ? null : anchorId };
}
