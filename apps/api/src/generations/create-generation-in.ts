import { lockSubject } from "../account/account.store.ts";
import { requireConsent } from "../account/require-consent.ts";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { reserveCredits } from "../credits/reserve-credits.ts";
import { appendEvent } from "../events/event.store.ts";
import { appendEntry } from "../isolation/append-entry.ts";
import { requireRunnableModel } from "../models/require-runnable-model.ts";
import type { SubjectIdentity } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findGenerationByKey, type GenerationRow, insertGeneration } from "./generation.store.ts";
import { type GenerationWish, guard, modelInput, planPrompt } from "./plan-generation.ts";
import { promptSubjectOf } from "./prompt-subject-of.ts";

// The provider reads seed 0 as random, so no seed is ever 0.
const lowestSeed = 1;
const highestSeed = 2_147_483_647;
/** 30 minutes is the longest a request may run at the provider; the rest is for its queue and for copying. */
const deadlineMs = 60 * 60 * 1_000;
const firstCheckMs = 10_000;

/** A wish with what only making it needs. */
export type NewGenerationWish = GenerationWish & {
  readonly seed: number | null;
  readonly idempotencyKey: string | null;
};

/**
 * Makes a generation of the caller's own model as part of a transaction of theirs: for doors that make several at once,
 * or something beside it. Whoever calls it notes what the guard refused, with `noteRefusal`, around the transaction.
 *
 * @throws DomainError `consent_missing`, `model_missing`, `model_not_ready`, `guard_refused` and those of `planPrompt`
 *   and `reserveCredits`
 */
export const createGenerationIn = async (
  studio: Studio,
  tx: SubjectTransaction,
  caller: SubjectIdentity,
  wish: NewGenerationWish,
): Promise<GenerationRow> => {
  // Held to the end: two requests with one key, sent at once, become one generation.
  await lockSubject(tx, caller.subjectId);
  await requireConsent(tx, caller.subjectId);
  if (wish.idempotencyKey !== null) {
    const earlier = await findGenerationByKey(tx, wish.idempotencyKey);
    if (earlier !== undefined) return earlier;
  }
  const subject = await promptSubjectOf(tx, caller);
  const { preset, changes, built } = planPrompt(subject, wish);
  const model = await requireRunnableModel(tx, caller.subjectId);
  const seed = wish.seed ?? studio.identifiers.randomWhole(lowestSeed, highestSeed);
  const request = {
    prompt: built.text,
    preset,
    outputs: wish.outputs,
    enhancement: wish.enhancement,
    seed,
  };
  const input = modelInput(guard(caller, model, request), model.versionSchema);
  const now = studio.clock.now();
  const generation = await insertGeneration(tx, {
    id: studio.identifiers.next(),
    subjectId: caller.subjectId,
    trainingId: model.trainingId,
    service: wish.service,
    brief: wish.brief,
    subjectClause: subject.subjectClause,
    expression: wish.expression,
    enhancement: wish.enhancement,
    presetId: preset.id,
    presetVersion: preset.version,
    changes,
    prompt: built.text,
    input,
    seed,
    outputs: wish.outputs,
    status: "queued",
    idempotencyKey: wish.idempotencyKey,
    simulated: studio.settings.simulated,
    deadlineAt: new Date(now.getTime() + deadlineMs),
    nextCheckAt: new Date(now.getTime() + firstCheckMs),
    createdAt: now,
  });
  await appendEvent(tx, caller.subjectId, { type: "generation", entityId: generation.id, at: now });
  await appendEntry(studio, tx, caller.subjectId, {
    kind: "generation-let-through",
    rows: [{ table: "generations", part: "made", row: generation }],
  });
  await studio.jobs.enqueue(tx, "submit-generation", {
    subjectId: caller.subjectId,
    generationId: generation.id,
  });
  // Last, since what all subjects spend together is held from here to the end: nobody waits for the rest of this.
  const work = { kind: "generation", id: generation.id } as const;
  await reserveCredits(studio, tx, caller.subjectId, work, generation.outputs * creditsPerPortrait);
  return generation;
};
