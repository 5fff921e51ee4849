import * as z from "zod";

/** One page of a list, newest first. */
export interface Page<TItem> {
  /** Of `next`, an absolute address, only the cursor: requests go to the configured API and nowhere else. */
  readonly cursor: string | null;
  readonly items: readonly TItem[];
  /** Entries that are there and could not be read; a search that skips one cannot say "not found". */
  readonly unreadable: number;
}

/** Reads `{ next, results }`, item by item. */
export const pageSchema = <TItem>(itemSchema: z.ZodType<TItem>): z.ZodType<Page<TItem>> =>
  z.object({ next: z.string().nullish(), results: z.array(z.unknown()) }).transform(({ next, results }) => {
    const read = results.map((result) => itemSchema.safeParse(result));
    const items = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
    return { cursor: cursorOf(next), items, unreadable: results.length - items.length };
  });

function cursorOf(next: string | null | undefined): string | null {
  return typeof next === "string" && URL.canParse(next) ? new URL(next).searchParams.get("cursor") : null;
}
