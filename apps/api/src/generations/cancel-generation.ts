import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { listPortraitsOf } from "../gallery/portrait.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { endGeneration } from "./end-generation.ts";
import { lockGeneration, updateGeneration } from "./generation.store.ts";
import { type generationView, toGenerationView } from "./generation-view.ts";
import { recordGenerationReport } from "./record-generation-report.ts";

/**
 * Records the wish to cancel, and passes it on where the provider has the generation; the end is what the provider
 * says. One that was never sent ends here.
 *
 * @throws DomainError `not_found`, `generation_not_cancelable` when it has ended or is being stored
 */
export const cancelGeneration = async (
  studio: Studio,
  caller: Caller,
  generationId: string,
): Promise<z.infer<typeof generationView>> => {
  const wished = await studio.actingAs(caller.subjectId, async (tx) => {
    const row = await lockGeneration(tx, generationId);
    if (row === undefined) throw new DomainError("not_found", { what: "generation" });
    if (row.endedAt !== null || row.status === "storing") {
      throw new DomainError("generation_not_cancelable", { status: row.status });
    }
    if (row.sentAt === null) return endGeneration(studio, tx, row, { type: "canceled" }, null);
    if (row.cancelRequestedAt !== null) return row;
    const now = studio.clock.now();
    await appendEvent(tx, row.subjectId, { type: "generation", entityId: row.id, at: now });
    return updateGeneration(tx, row.id, { cancelRequestedAt: now });
  });
  if (wished.endedAt === null && wished.providerId !== null) {
    const answer = await studio.provider.cancelGeneration(wished.providerId);
    if (answer.outcome === "found")
      await recordGenerationReport(studio, caller.subjectId, generationId, answer.report);
    else
      studio.log.warn(
        { generationId, answer },
        "the wish to cancel was recorded, the provider did not confirm it",
      );
  }
  return studio.actingAs(caller.subjectId, async (tx) => {
    const row = await lockGeneration(tx, generationId);
    if (row === undefined) throw new DomainError("not_found", { what: "generation" });
    return toGenerationView(row, await listPortraitsOf(tx, [row.id]));
  });
};
