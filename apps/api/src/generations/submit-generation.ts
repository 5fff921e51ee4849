import { isDeepStrictEqual } from "node:util";
import { resolvePreset } from "@selfsame/flux-core";
import { isDomainError } from "../errors/domain-error.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { findRunnable } from "../models/model.store.ts";
import type { RunnableModel } from "../models/runnable-model.ts";
import { sendWithinMs, settledAfterMs } from "../replicate/paid-request-window.ts";
import type { GenerationOrder } from "../replicate/provider.ts";
import type { ProviderError } from "../replicate/provider-error.ts";
import type { Studio } from "../studio/studio.ts";
import { webhookAddress } from "../studio/webhook-address.ts";
import { endGeneration } from "./end-generation.ts";
import { findSentGeneration } from "./find-sent-generation.ts";
import { findGeneration, type GenerationRow, lockGeneration, updateGeneration } from "./generation.store.ts";
import { guard, modelInput } from "./plan-generation.ts";
import { recordGenerationReport } from "./record-generation-report.ts";

/** Thrown to have the job tried again: nothing was sent, or what was sent is not known yet. */
export class NotSubmittedYet extends Error {
  override readonly name = "NotSubmittedYet";
}

/**
 * Sends a queued generation to the provider, once. The intent is written before the request; only the one who wrote
 * it may send. After an unclear answer the provider's list is searched, and nothing is sent again while it may have it.
 *
 * @throws NotSubmittedYet when it has to be tried again later
 */
export const submitGeneration = async (
  studio: Studio,
  subjectId: string,
  generationId: string,
): Promise<void> => {
  const row = await studio.actingAs(subjectId, (tx) => findGeneration(tx, generationId));
  if (row === undefined || row.status !== "queued" || row.providerId !== null) return;
  if (row.sentAt !== null && !(await isSettledAsUnsent(studio, row, row.sentAt))) return;
  const claim = await claimSending(studio, row);
  if (claim !== undefined) await send(studio, claim);
};

/** Looks for a request whose answer never came; true when it is certain that the provider does not have it. */
const isSettledAsUnsent = async (studio: Studio, row: GenerationRow, sentAt: Date): Promise<boolean> => {
  const isSettled = studio.clock.now().getTime() - sentAt.getTime() > settledAfterMs;
  const found = await findSentGeneration(studio, row);
  if (found.outcome === "found") {
    await recordGenerationReport(studio, row.subjectId, row.id, found.report);
    return false;
  }
  if (found.outcome === "unavailable") throw new NotSubmittedYet("The provider's list cannot be read");
  return isSettled;
};

interface SendingClaim {
  readonly row: GenerationRow;
  readonly order: GenerationOrder;
}

/** Writes the intent and guards once more, from the rows; undefined when somebody else sends or it has ended. */
const claimSending = (studio: Studio, seen: GenerationRow): Promise<SendingClaim | undefined> =>
  studio.actingAs(seen.subjectId, async (tx) => {
    const row = await lockGeneration(tx, seen.id);
    if (row === undefined || row.status !== "queued" || row.providerId !== null) return undefined;
    if (row.sentAt?.getTime() !== seen.sentAt?.getTime()) return undefined;
    if (row.cancelRequestedAt !== null) {
      await endGeneration(studio, tx, row, { type: "canceled" }, null);
      return undefined;
    }
    const model = await findRunnable(tx, row.trainingId);
    const sentAt = studio.clock.now();
    const order = model === undefined ? undefined : guardedOrder(studio, row, model, sentAt);
    if (model === undefined || order === undefined) {
      studio.log.error({ generationId: row.id }, "the guard refused a generation immediately before sending");
      await appendEntry(studio, tx, row.subjectId, { kind: "generation-refused", reason: "before-sending" });
      await endGeneration(studio, tx, row, { type: "failed" }, "guard-refused");
      return undefined;
    }
    const sending = await updateGeneration(tx, row.id, { sentAt });
    await appendEntry(studio, tx, row.subjectId, {
      kind: "generation-sent",
      rows: [{ table: "generations", part: "made", row: sending }],
      sent: { model: model.name, version: order.version },
    });
    return { row: sending, order };
  });

const guardedOrder = (
  studio: Studio,
  row: GenerationRow,
  model: RunnableModel,
  sentAt: Date,
): GenerationOrder | undefined => {
  const preset = resolvePreset(row.presetId, { ...row.changes, outputs: row.outputs });
  if (!preset.ok || model.version === null) return undefined;
  try {
    const owned = guard({ subjectNumber: model.subjectNumber }, model, {
      prompt: row.prompt,
      preset: preset.value,
      outputs: row.outputs,
      enhancement: row.enhancement,
      seed: row.seed,
    });
    const input = modelInput(owned, model.versionSchema);
    // What was promised when the generation was made is what is sent, or nothing is.
    if (!isDeepStrictEqual(input, row.input)) return undefined;
    return {
      intentId: row.id,
      notAfter: new Date(sentAt.getTime() + sendWithinMs),
      version: model.version,
      input,
      webhookUrl: webhookAddress(studio.settings.webhookBaseUrl, "generation", row.id),
    };
  } catch (error) {
    if (isDomainError(error)) return undefined;
    throw error;
  }
};

const send = async (studio: Studio, { row, order }: SendingClaim): Promise<void> => {
  const submission = await studio.provider.generate(order);
  switch (submission.outcome) {
    case "accepted":
      return recordGenerationReport(studio, row.subjectId, row.id, submission.report);
    case "unclear":
      studio.log.warn(
        { generationId: row.id, cause: submission.cause },
        "a request was sent and its answer is unclear",
      );
      throw new NotSubmittedYet("The answer is unclear; the provider's list will be searched");
    case "refused":
      return takeBack(studio, row, submission.error);
  }
};

/**
 * What a refusal means: try again where it may pass, else the end. Nothing is owed in either case. It speaks of this
 * sending alone: whoever has taken over meanwhile knows better.
 */
const takeBack = async (studio: Studio, row: GenerationRow, error: ProviderError): Promise<void> => {
  studio.log.warn({ generationId: row.id, error }, "the provider refused a generation");
  await studio.actingAs(row.subjectId, async (tx) => {
    const locked = await lockGeneration(tx, row.id);
    if (locked === undefined || locked.status !== "queued") return;
    if (locked.sentAt?.getTime() !== row.sentAt?.getTime()) return;
    switch (error.code) {
      case "provider_refused":
        await endGeneration(studio, tx, locked, { type: "failed" }, "provider-refused", error.logOnly);
        return;
      case "provider_no_credit":
        await endGeneration(studio, tx, locked, { type: "failed" }, "provider-no-credit", error.logOnly);
        return;
      case "provider_unavailable":
        await updateGeneration(tx, locked.id, { sentAt: null });
        return;
      case "rate_limited":
        // The reconciler sends it when the provider wants to be asked again; a job that tries sooner only adds to it.
        await updateGeneration(tx, locked.id, {
          sentAt: null,
          nextCheckAt: new Date(Math.min(error.retryAt.getTime(), locked.deadlineAt.getTime())),
        });
    }
  });
  if (error.code === "provider_unavailable") throw new NotSubmittedYet("The provider cannot be reached");
};
