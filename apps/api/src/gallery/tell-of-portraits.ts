import { appendEvent } from "../events/event.store.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";

/** So many changes a page takes one by one; of more it reads the gallery again. */
const toldOneByOne = 50;

/** Tells open pages that portraits changed: each of a few, or of many that they did. */
export const tellOfPortraits = async (
  { clock }: Pick<Studio, "clock">,
  tx: SubjectTransaction,
  subjectId: string,
  portraitIds: readonly string[],
): Promise<void> => {
  const at = clock.now();
  if (portraitIds.length > toldOneByOne)
    return appendEvent(tx, subjectId, { type: "gallery", entityId: subjectId, at });
  for (const entityId of portraitIds) await appendEvent(tx, subjectId, { type: "portrait", entityId, at });
};
