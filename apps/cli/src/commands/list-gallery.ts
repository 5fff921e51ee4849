import type { StudioClient } from "../client/studio-client.ts";
import type { PortraitView, ScoreView } from "../client/views.ts";

/** The orders a gallery can be listed in. */
export const galleryOrders = ["newest", "likeness", "naturalness"] as const;

/** One of the orders a gallery can be listed in. */
export type GalleryOrder = (typeof galleryOrders)[number];

/** A portrait of a listing; one that is listed by its score has it with it. */
export type Listed = PortraitView & { readonly score?: ScoreView };

/** The most the studio gives at once. */
const pageSize = 100;

/** The first portraits in an order, so many of them, and whether there are more. */
export async function listGallery(
  client: StudioClient,
  {
    limit,
    kept,
    sort,
  }: { readonly limit: number; readonly kept: true | undefined; readonly sort: GalleryOrder },
): Promise<{ portraits: Listed[]; more: boolean }> {
  const portraits: Listed[] = [];
  let cursor: string | null = null;
  do {
    const part = { cursor, limit: Math.min(limit - portraits.length, pageSize), kept };
    const page: { portraits: Listed[]; nextCursor: string | null } =
      sort === "newest"
        ? await client.gallery.list.query(part)
        : await client.gallery.listByScore.query({ ...part, sort });
    portraits.push(...page.portraits);
    cursor = page.nextCursor;
  } while (cursor !== null && portraits.length < limit);
  return { portraits, more: cursor !== null };
}
