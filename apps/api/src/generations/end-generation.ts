import { type GenerationEvent, generationAfter } from "@selfsame/flux-core";
import { type ReleaseReason, releaseCredits } from "../credits/release-credits.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { type GenerationRow, updateGeneration } from "./generation.store.ts";
import type { GenerationProblem } from "./generation-problem.ts";

/**
 * Applies an event that ends a generation, and gives back the credits held for it. Does nothing where the state machine says that the event comes too late.
 *
 * @param problem why it ended early; null when there is nothing to say
 * @param detail what the provider said; for the log alone
 */
export const endGeneration = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  event: GenerationEvent,
  problem: GenerationProblem | null,
  detail: string | null = null,
): Promise<GenerationRow> => {
  const before = { status: row.status, outputs: row.outputs, images: 0 };
  const after = generationAfter(before, event);
  if (after.status === row.status) return row;
  const now = studio.clock.now();
  const ended = await updateGeneration(tx, row.id, {
    status: after.status,
    errorCode: problem,
    errorDetail: detail,
    outputUrls: null,
    endedAt: now,
  });
  studio.metrics.generationEnded(ended.status);
  await releaseCredits(studio, tx, row.subjectId, { kind: "generation", id: row.id }, reasonOf(ended));
  await appendEntry(studio, tx, row.subjectId, {
    kind: "generation-ended",
    reason: ended.status,
    rows: [{ table: "generations", part: "ended", row: ended }],
  });
  await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
  if (row.service === "lab")
    await studio.jobs.enqueue(tx, "advance-experiments", { subjectId: row.subjectId });
  return ended;
};

const reasonOf = ({ status, errorCode }: GenerationRow): ReleaseReason => {
  if (status === "canceled" || status === "expired") return status;
  return errorCode === "content-withheld" ? "withheld" : "failed";
};
