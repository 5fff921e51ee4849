import { ownFailureError } from "../failures/own-failures.ts";
import type { StudioClient } from "./studio-client.ts";
import type { CollectionView } from "./views.ts";

/**
 * One of the studio's collections, or one of the caller's own.
 *
 * @throws FailureError `collection_unknown`
 */
export async function findCollection(client: StudioClient, id: string): Promise<CollectionView> {
  const [collections, own] = await Promise.all([
    client.photoshoot.collections.query(),
    client.photoshoot.ownCollections.query(),
  ]);
  const found = [...collections, ...own].find((collection) => collection.id === id);
  if (found === undefined) throw ownFailureError("collection_unknown", { collection: id });
  return found;
}
