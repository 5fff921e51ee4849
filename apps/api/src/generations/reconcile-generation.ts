import { listPortraitsOf } from "../gallery/portrait.store.ts";
import type { GenerationReport, LookUp } from "../replicate/provider.ts";
import { nextCheck } from "../studio/next-check.ts";
import type { Studio } from "../studio/studio.ts";
import { endStoring } from "./end-storing.ts";
import { endGeneration } from "./end-generation.ts";
import { findSentGeneration } from "./find-sent-generation.ts";
import { type GenerationRow, lockGeneration, updateGeneration } from "./generation.store.ts";
import { recordGenerationReport } from "./record-generation-report.ts";
import { raiseLateOutputsAlarm } from "./raise-late-outputs-alarm.ts";
import { storePortraits } from "./store-portraits.ts";
import { submitGeneration } from "./submit-generation.ts";

/** How long after its deadline a provider that cannot be asked may hold up a generation's end. */
const graceMs = 60 * 60 * 1_000;

/**
 * Looks after one open generation whose time has come: finds what no webhook told, sends what was not sent, copies
 * what was not copied, and ends what is past its deadline.
 */
export const reconcileGeneration = async (
  studio: Studio,
  subjectId: string,
  generationId: string,
): Promise<void> => {
  const row = await scheduleNext(studio, subjectId, generationId);
  if (row === undefined) return;
  if (studio.clock.now() >= row.deadlineAt) return expire(studio, row);
  switch (row.status) {
    case "queued":
      if (row.providerId === null) return submitGeneration(studio, subjectId, generationId);
      return askProvider(studio, row, row.providerId);
    case "submitted":
    case "running":
      return row.providerId === null ? undefined : askProvider(studio, row, row.providerId);
    case "storing":
      await raiseLateOutputsAlarm(studio, row);
      return storePortraits(studio, subjectId, generationId);
    case "succeeded":
    case "failed":
    case "canceled":
    case "expired":
      return;
  }
};

/** Takes this turn, so that no other process takes it too, and sets the time of the next one. */
const scheduleNext = (
  studio: Studio,
  subjectId: string,
  generationId: string,
): Promise<GenerationRow | undefined> =>
  studio.actingAs(subjectId, async (tx) => {
    const row = await lockGeneration(tx, generationId);
    const now = studio.clock.now();
    if (row === undefined || row.endedAt !== null || row.nextCheckAt > now) return undefined;
    const checkCount = row.checkCount + 1;
    const nextCheckAt = nextCheck(now, checkCount, studio.settings.webhookBaseUrl !== null);
    return updateGeneration(tx, generationId, { checkCount, nextCheckAt });
  });

const askProvider = async (studio: Studio, row: GenerationRow, providerId: string): Promise<void> => {
  // A wish to cancel that the provider has not confirmed is repeated; its answer is as good as a look.
  const found =
    row.cancelRequestedAt === null
      ? await studio.provider.lookUpGeneration(providerId)
      : await studio.provider.cancelGeneration(providerId);
  if (found.outcome === "found") return recordGenerationReport(studio, row.subjectId, row.id, found.report);
  if (found.outcome === "unavailable") {
    studio.log.warn(
      { generationId: row.id, error: found.error },
      "the provider could not be asked about a generation",
    );
    return;
  }
  await studio.actingAs(row.subjectId, async (tx) => {
    const locked = await lockGeneration(tx, row.id);
    if (locked !== undefined && locked.endedAt === null)
      await endGeneration(studio, tx, locked, { type: "failed" }, "unknown");
  });
};

/** Gives a generation up, after a last look for what can still be had or has to be stopped. */
const expire = async (studio: Studio, row: GenerationRow): Promise<void> => {
  if (row.status === "storing") {
    await storePortraits(studio, row.subjectId, row.id).catch((error: unknown) =>
      studio.log.error({ error, generationId: row.id }, "finished pictures were not copied in time"),
    );
  } else {
    const found = await stopAtProvider(studio, row);
    if (found.outcome === "found" && found.report.state === "succeeded") {
      await recordGenerationReport(studio, row.subjectId, row.id, found.report);
      return;
    }
    // What may still run there costs: it is asked about again, but not for ever.
    const isPatient = studio.clock.now().getTime() < row.deadlineAt.getTime() + graceMs;
    if (found.outcome === "unavailable" && isPatient) return;
  }
  await studio.actingAs(row.subjectId, async (tx) => {
    const locked = await lockGeneration(tx, row.id);
    if (locked === undefined || locked.endedAt !== null) return;
    if (locked.status !== "storing")
      await endGeneration(studio, tx, locked, { type: "expired" }, "not-answered");
    else if ((await listPortraitsOf(tx, [locked.id])).length > 0)
      await endStoring(studio, tx, locked, "outputs-expired");
    else await endGeneration(studio, tx, locked, { type: "expired" }, "outputs-expired");
  });
};

/** Cancels what the provider has of a generation, also when its answer to the request never came. */
const stopAtProvider = async (studio: Studio, row: GenerationRow): Promise<LookUp<GenerationReport>> => {
  if (row.providerId !== null) return studio.provider.cancelGeneration(row.providerId);
  if (row.sentAt === null) return { outcome: "not-found" };
  const found = await findSentGeneration(studio, row);
  return found.outcome === "found" ? studio.provider.cancelGeneration(found.report.providerId) : found;
};
