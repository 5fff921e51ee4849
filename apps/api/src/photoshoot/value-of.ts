import type { Result } from "@selfsame/flux-core";
import { DomainError } from "../errors/domain-error.ts";
import type { CollectionRefusal } from "./shared-collection.ts";

/**
 * What came out of reading, writing or checking a collection.
 *
 * @throws DomainError `collection_refused`
 */
export const valueOf = <TValue>(result: Result<TValue, CollectionRefusal>): TValue => {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw new DomainError("collection_refused", {
    code,
    reason: message,
    path: "path" in result.error ? result.error.path : null,
  });
};
