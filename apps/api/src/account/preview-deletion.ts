import type { Caller } from "../studio/caller.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import { type DeletionLine, whatStays } from "./deletion-line.ts";
import { listDeletion } from "./list-deletion.ts";

/**
 * What would be deleted if the caller withdrew their consent now, object by object; nothing is.
 *
 * @throws DomainError `storage_unavailable`
 */
export const previewDeletion = async (
  studio: Studio,
  caller: Caller,
): Promise<{ lines: DeletionLine[]; stays: string[] }> => ({
  lines: await withPictureFailures(studio, () => listDeletion(studio, caller)),
  stays: [...whatStays],
});
