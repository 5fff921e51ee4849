import { generationAfter } from "@selfsame/flux-core";
import { releaseCredits } from "../credits/release-credits.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { endGeneration } from "./end-generation.ts";
import { type GenerationRow, updateGeneration } from "./generation.store.ts";
import type { GenerationProblem } from "./generation-problem.ts";

/**
 * Ends a generation that is being stored, with the portraits that are there: with fewer than asked it says why and
 * gives the missing credits back, with none it has failed.
 *
 * @param problem why some are missing; null when nothing is known but that the provider made fewer
 */
export const endStoring = async (
  studio: Studio,
  tx: SubjectTransaction,
  row: GenerationRow,
  problem: GenerationProblem | null,
): Promise<void> => {
  const images = (await listPortraitsOf(tx, [row.id])).length;
  const event = { type: "stored", images } as const;
  if (images === 0) {
    await endGeneration(studio, tx, row, event, problem ?? "outputs-unusable");
    return;
  }
  const now = studio.clock.now();
  const { status } = generationAfter({ status: row.status, outputs: row.outputs, images: 0 }, event);
  const withheld = images < row.outputs ? (problem ?? "content-withheld") : null;
  const ended = await updateGeneration(tx, row.id, {
    status,
    outputUrls: null,
    errorCode: withheld,
    endedAt: now,
  });
  studio.metrics.generationEnded(ended.status);
  if (ended.finishedAt !== null)
    studio.metrics.storedAfter((now.getTime() - ended.finishedAt.getTime()) / 1_000);
  const reason = problem === null || problem === "content-withheld" ? "withheld" : "failed";
  await releaseCredits(studio, tx, row.subjectId, { kind: "generation", id: row.id }, reason);
  await appendEntry(studio, tx, row.subjectId, {
    kind: "generation-ended",
    reason: status,
    rows: [{ table: "generations", part: "ended", row: ended }],
  });
  await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
  if (row.service === "lab")
    await studio.jobs.enqueue(tx, "advance-experiments", { subjectId: row.subjectId });
};
