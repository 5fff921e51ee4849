import type { Result } from "@selfsame/flux-core";
import { z } from "zod";
import { checkCollectionWords } from "./check-collection-words.ts";
import {
  type CollectionRefusal,
  type CollectionWords,
  maximumFileBytes,
  sharedCollection,
  sharedFormat,
  sharedFormatVersion,
} from "./shared-collection.ts";

const head = z.object({ format: z.literal(sharedFormat), formatVersion: z.literal(sharedFormatVersion) });

const parseJson = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON: that is the whole answer.
    return null;
  }
};

const refusalOf = ({ issues: [issue] }: z.ZodError): CollectionRefusal => {
  const path = issue?.path.join(".") ?? "";
  if (issue?.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    const full = path === "" ? key : `${path}.${key}`;
    return { code: "field-unknown", path: full, message: `A collection has no field ${full}.` };
  }
  return { code: "field-invalid", path, message: `${path}: ${issue?.message ?? "is not as it should be"}` };
};

/**
 * Reads a collection somebody shared. Nothing of it is trusted: an unknown field, a trigger word, a number that could
 * be a subject's, or a shot no prompt can be built from refuses the whole file.
 *
 * Errors: `file-too-large`, `not-json`, `format-unknown`, `field-unknown`, `field-invalid`, `names-someone`,
 * `shot-unusable`; the last four with the field's `path`.
 */
export const importCollection = (text: string): Result<CollectionWords, CollectionRefusal> => {
  const sizeBytes = Buffer.byteLength(text, "utf8");
  if (sizeBytes > maximumFileBytes) {
    const message = `The file has ${sizeBytes} bytes; ${maximumFileBytes} is the most.`;
    return {
      ok: false,
      error: { code: "file-too-large", sizeBytes, maximumBytes: maximumFileBytes, message },
    };
  }
  const json = parseJson(text);
  if (json === null) return { ok: false, error: { code: "not-json", message: "The file is not JSON." } };
  if (!head.safeParse(json.value).success) {
    const message = `The file is no ${sharedFormat} of version ${sharedFormatVersion}.`;
    return { ok: false, error: { code: "format-unknown", message } };
  }
  const read = sharedCollection.safeParse(json.value);
  if (!read.success) return { ok: false, error: refusalOf(read.error) };
  const { title, description, shots } = read.data;
  const words = { title, description, shots };
  const refusal = checkCollectionWords(words);
  return refusal === null ? { ok: true, value: words } : { ok: false, error: refusal };
};
