import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { checkCollectionWords } from "./check-collection-words.ts";
import {
  countOwnCollections,
  findOwnCollection,
  insertOwnCollection,
  updateOwnCollection,
} from "./own-collection.store.ts";
import { type ownCollectionView, toOwnCollectionView } from "./own-collection-view.ts";
import type { CollectionWords } from "./shared-collection.ts";
import { valueOf } from "./value-of.ts";

/** More than anybody leafs through. */
export const maximumOwnCollections = 50;

/**
 * Keeps a collection of the caller's own: a new one, or a change of one that is still of the version it was made from.
 * What is kept can be shared as it is: it names nobody, and a prompt can be built from every shot.
 *
 * @param replaced the collection and its version that is changed; null for a new one
 * @throws DomainError `collection_refused`, `collection_limit_reached`, `collection_changed`, `not_found`
 */
export const saveOwnCollection = (
  studio: Studio,
  caller: Caller,
  replaced: { readonly id: string; readonly version: number } | null,
  { title, description, shots }: CollectionWords,
): Promise<z.infer<typeof ownCollectionView>> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    const refusal = checkCollectionWords({ title, description, shots });
    if (refusal !== null) valueOf({ ok: false, error: refusal });
    const savedAt = studio.clock.now();
    const words = { title, description, shots, savedAt };
    if (replaced !== null) {
      const row = await updateOwnCollection(tx, replaced, words);
      if (row !== undefined) return toOwnCollectionView(row);
      const present = await findOwnCollection(tx, replaced.id);
      throw present === undefined
        ? new DomainError("not_found", { what: "collection" })
        : new DomainError("collection_changed", { version: present.version });
    }
    // Held to the end: two that are saved at once are both counted.
    await lockSubject(tx, caller.subjectId);
    if ((await countOwnCollections(tx, caller.subjectId)) >= maximumOwnCollections)
      throw new DomainError("collection_limit_reached", { maximum: maximumOwnCollections });
    return toOwnCollectionView(
      await insertOwnCollection(tx, {
        ...words,
        id: studio.identifiers.next(),
        subjectId: caller.subjectId,
        version: 1,
        createdAt: savedAt,
      }),
    );
  });
