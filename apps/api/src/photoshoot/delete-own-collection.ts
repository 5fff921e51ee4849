import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { deleteOwnCollectionRow } from "./own-collection.store.ts";

/**
 * Deletes a collection of the caller's own. Shoots of it, and their portraits, stay.
 *
 * @throws DomainError `not_found`
 */
export const deleteOwnCollection = (studio: Studio, caller: Caller, id: string): Promise<{ id: string }> =>
  studio.actingAs(caller.subjectId, async (tx) => {
    if (!(await deleteOwnCollectionRow(tx, id))) throw new DomainError("not_found", { what: "collection" });
    return { id };
  });
