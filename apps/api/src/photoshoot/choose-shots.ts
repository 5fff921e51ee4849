import { DomainError } from "../errors/domain-error.ts";
import type { Collection, Shot } from "./collections/collection-schema.ts";

/**
 * The chosen shots in the order of their collection; all of them when none are named.
 *
 * @throws DomainError `not_found` when the collection has no such shot
 */
export const chooseShots = (collection: Collection, shotIds: readonly string[] | null): readonly Shot[] => {
  if (shotIds === null) return collection.shots;
  const chosen = new Set(shotIds);
  const shots = collection.shots.filter(({ id }) => chosen.has(id));
  if (shots.length < chosen.size || shots.length === 0) throw new DomainError("not_found", { what: "shot" });
  return shots;
};
