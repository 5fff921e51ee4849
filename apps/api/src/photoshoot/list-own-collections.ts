import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listOwnCollectionRows } from "./own-collection.store.ts";
import { type ownCollectionView, toOwnCollectionView } from "./own-collection-view.ts";

/** The caller's own collections, newest first. */
export const listOwnCollections = (
  studio: Studio,
  caller: Caller,
): Promise<z.infer<typeof ownCollectionView>[]> =>
  studio.readingAs(caller.subjectId, async (tx) =>
    (await listOwnCollectionRows(tx, caller.subjectId)).map(toOwnCollectionView),
  );
