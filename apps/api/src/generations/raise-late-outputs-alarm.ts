import { appendEvent } from "../events/event.store.ts";
import type { Studio } from "../studio/studio.ts";
import { type GenerationRow, lockGeneration, updateGeneration } from "./generation.store.ts";

/** By then a person can still free a disk or mend a key before the provider forgets the pictures. */
const alarmBeforeExpiryMs = 15 * 60 * 1_000;

/**
 * Raises the alarm for finished pictures that are not copied shortly before the provider forgets them: once, on the
 * generation that the person watches and in the log of whoever runs the studio. Ending the generation takes it back.
 */
export const raiseLateOutputsAlarm = async (studio: Studio, seen: GenerationRow): Promise<void> => {
  const now = studio.clock.now();
  const isLate = ({ deadlineAt }: GenerationRow) =>
    now.getTime() >= deadlineAt.getTime() - alarmBeforeExpiryMs;
  if (seen.errorCode !== null || !isLate(seen)) return;
  const raised = await studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockGeneration(tx, seen.id);
    if (row === undefined || row.status !== "storing" || row.errorCode !== null || !isLate(row))
      return undefined;
    await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
    return updateGeneration(tx, row.id, { errorCode: "outputs-late" });
  });
  if (raised === undefined) return;
  studio.log.error(
    { alarm: "outputs-late", generationId: raised.id, expiresAt: raised.deadlineAt },
    "finished pictures are not copied yet and will soon be gone at the provider",
  );
};
