import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { downloadEnding, downloadName } from "./download-name.ts";
import { findPortrait } from "./portrait.store.ts";
import { type MarkedPortrait, readMarkedPortrait } from "./read-marked-portrait.ts";

/**
 * One of the caller's portraits to take home, marked as generated, with the name to save it under.
 *
 * @throws DomainError `not_found`, `storage_unavailable`
 */
export const downloadPortrait = async (
  studio: Studio,
  caller: Caller,
  portraitId: string,
): Promise<MarkedPortrait & { readonly fileName: string }> => {
  const portrait = await studio.readingAs(caller.subjectId, (tx) => findPortrait(tx, portraitId));
  if (portrait === undefined) throw new DomainError("not_found", { what: "portrait" });
  const marked = await readMarkedPortrait(studio, portrait);
  return { ...marked, fileName: `${downloadName(portrait)}.${downloadEnding(marked.contentType)}` };
};
