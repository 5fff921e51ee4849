import type { Result } from "@selfsame/flux-core";
import { checkCollectionWords } from "./check-collection-words.ts";
import {
  type CollectionRefusal,
  type CollectionWords,
  type SharedCollection,
  sharedFormat,
  sharedFormatVersion,
} from "./shared-collection.ts";

/**
 * Writes a collection as a file to share: its words and nothing else, so that `importCollection` reads the same back.
 *
 * Errors: `names-someone`, `shot-unusable`, with the field's `path`.
 */
export const exportCollection = ({
  title,
  description,
  shots,
}: CollectionWords): Result<string, CollectionRefusal> => {
  const refusal = checkCollectionWords({ title, description, shots });
  if (refusal !== null) return { ok: false, error: refusal };
  const shared: SharedCollection = {
    format: sharedFormat,
    formatVersion: sharedFormatVersion,
    title,
    description,
    shots,
  };
  return { ok: true, value: `${JSON.stringify(shared, null, 2)}\n` };
};
