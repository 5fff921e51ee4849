import type { GalleryPage } from "../../views/views.ts";

/** The portraits before and after one in the gallery's order, as far as it has been read. */
export function neighboursOf(
  pages: readonly GalleryPage[],
  portraitId: string,
): { readonly later: string | undefined; readonly earlier: string | undefined } {
  const ids = pages.flatMap(({ portraits }) => portraits.map(({ id }) => id));
  const at = ids.indexOf(portraitId);
  return at === -1 ? { later: undefined, earlier: undefined } : { later: ids[at - 1], earlier: ids[at + 1] };
}
