import { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import type { Collection } from "./collections/collection-schema.ts";
import { collections } from "./collections/collections.ts";
import { findOwnCollection } from "./own-collection.store.ts";

/** What names a collection: the id of one of the studio's, or of one of the caller's own. */
export const collectionId = z.string().min(1).max(60);

const ownId = z.uuid();

/**
 * A collection that the subject can have photographed: one of the studio's, or one of their own.
 *
 * @throws DomainError `not_found`, also for a collection of somebody else
 */
export const requireCollection = async (tx: SubjectTransaction, id: string): Promise<Collection> => {
  const ours = collections.find((collection) => collection.id === id);
  if (ours !== undefined) return ours;
  const own = ownId.safeParse(id).success ? await findOwnCollection(tx, id) : undefined;
  if (own === undefined) throw new DomainError("not_found", { what: "collection" });
  return {
    id: own.id,
    version: own.version,
    title: own.title,
    description: own.description,
    shots: [...own.shots],
  };
};
