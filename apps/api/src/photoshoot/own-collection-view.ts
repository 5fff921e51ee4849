import { z } from "zod";
import { collection, shot } from "./collections/collection-schema.ts";
import type { OwnCollectionRow } from "./own-collection.store.ts";
import { renderShot } from "./render-shot.ts";

/** A collection of the caller's own, each shot with the brief that it comes to. */
export const ownCollectionView = collection.extend({
  id: z.uuid(),
  shots: z.array(shot.extend({ brief: z.string() })),
  createdAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
});

/** Puts a collection of the subject's own into the page's form. */
export const toOwnCollectionView = (row: OwnCollectionRow): z.infer<typeof ownCollectionView> => ({
  id: row.id,
  version: row.version,
  title: row.title,
  description: row.description,
  shots: row.shots.map((one) => ({ ...one, brief: renderShot(one).brief })),
  createdAt: row.createdAt.toISOString(),
  savedAt: row.savedAt.toISOString(),
});
