import { notFound } from "../problems/problems.ts";

/** The provider's page size. */
const pageSize = 100;

interface Sequenced {
  readonly sequence: number;
}

/**
 * One page of a list that is already in order; `next` and `previous` are whole addresses or null. A cursor names the
 * record a page starts after (or ends before), so pages neither skip nor repeat when records are added meanwhile.
 */
export function page<Item extends Sequenced>(
  ordered: readonly Item[],
  requestUrl: string,
  origin: string,
  present: (item: Item) => unknown,
) {
  const url = new URL(requestUrl);
  const cursor = readCursor(url.searchParams.get("cursor"));
  const start = startOf(ordered, cursor);
  const shown = ordered.slice(start, start + pageSize);
  const first = shown[0];
  const last = shown.at(-1);
  const address = (side: string, item: Item) => {
    const target = new URL(`${origin}${url.pathname}${url.search}`);
    target.searchParams.set("cursor", Buffer.from(`${side} ${item.sequence}`).toString("base64url"));
    return target.href;
  };
  return {
    previous: start > 0 && first !== undefined ? address("before", first) : null,
    next: start + pageSize < ordered.length && last !== undefined ? address("after", last) : null,
    results: shown.map((item) => present(item)),
  };
}

interface Cursor {
  side: "before" | "after";
  sequence: number;
}

function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const read = /^(before|after) (\d+)$/.exec(Buffer.from(text, "base64url").toString());
  if (read === null) throw notFound("Invalid cursor");
  return { side: read[1] === "before" ? "before" : "after", sequence: Number(read[2]) };
}

function startOf(ordered: readonly Sequenced[], cursor: Cursor | null): number {
  if (cursor === null) return 0;
  const index = ordered.findIndex(({ sequence }) => sequence === cursor.sequence);
  if (index < 0) return startBySequence(ordered, cursor);
  return cursor.side === "after" ? index + 1 : Math.max(0, index - pageSize);
}

/** The named record is gone: in a list newest first, its place is before the first older one. */
function startBySequence(ordered: readonly Sequenced[], cursor: Cursor): number {
  const older = ordered.findIndex(({ sequence }) => sequence < cursor.sequence);
  const place = older < 0 ? ordered.length : older;
  return cursor.side === "after" ? place : Math.max(0, place - pageSize);
}
