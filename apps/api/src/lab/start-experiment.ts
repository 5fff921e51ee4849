import { lockSubject } from "../account/account.store.ts";
import { requireConsent } from "../account/require-consent.ts";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { findBalance } from "../credits/credit-entry.store.ts";
import { requireUnpaused } from "../credits/require-unpaused.ts";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import { promptSubjectOf } from "../generations/prompt-subject-of.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import { requireRunnableModel } from "../models/require-runnable-model.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { checkDesign } from "./check-design.ts";
import type { ExperimentDesign } from "./experiment-design.ts";
import { findExperimentByKey, insertExperiment } from "./experiment.store.ts";

const highestSeed = 2_147_483_647;

/** An experiment that is asked for. */
export interface NewExperiment {
  readonly design: ExperimentDesign;
  /** The most it may cost, in credits. */
  readonly budgetCredits: number;
  /** The same key gives the same experiment again. */
  readonly idempotencyKey: string;
}

/**
 * Starts an experiment of the caller's own model. When it returns, the design stands for good and the job that asks
 * for the first pairs exists; no credit is held yet.
 *
 * @returns its id
 * @throws DomainError `design_refused`, `budget_too_small`, `consent_missing`, `model_missing`, `model_not_ready`,
 *   `studio_paused`, `credits_insufficient` when not even the first pair can be paid
 */
export const startExperiment = (
  studio: Studio,
  caller: Caller,
  { design, budgetCredits, idempotencyKey }: NewExperiment,
): Promise<string> =>
  noteRefusal(studio, caller.subjectId, () =>
    studio.actingAs(caller.subjectId, async (tx) => {
      const { subjectId } = caller;
      await lockSubject(tx, subjectId);
      const earlier = await findExperimentByKey(tx, idempotencyKey);
      if (earlier !== undefined) return earlier.id;
      await requireConsent(tx, subjectId);
      checkDesign(await promptSubjectOf(tx, caller), design);
      const need = design.arms.length * creditsPerPortrait;
      if (budgetCredits < need) throw new DomainError("budget_too_small", { budget: budgetCredits, need });
      const model = await requireRunnableModel(tx, subjectId);
      await requireUnpaused(tx);
      const { available } = await findBalance(tx, subjectId);
      if (available < need) throw new DomainError("credits_insufficient", { have: available, need });
      const now = studio.clock.now();
      const { id } = await insertExperiment(tx, {
        id: studio.identifiers.next(),
        subjectId,
        design,
        trainingId: model.trainingId,
        budgetCredits,
        ballotSeed: studio.identifiers.randomWhole(1, highestSeed),
        status: "running",
        idempotencyKey,
        createdAt: now,
      });
      await appendEvent(tx, subjectId, { type: "experiment", entityId: id, at: now });
      await studio.jobs.enqueue(tx, "advance-experiments", { subjectId });
      return id;
    }),
  );
