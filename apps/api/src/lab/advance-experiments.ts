import { isDomainError } from "../errors/domain-error.ts";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { appendEvent } from "../events/event.store.ts";
import { createGenerationIn } from "../generations/create-generation-in.ts";
import { noteRefusal } from "../isolation/note-refusal.ts";
import type { SubjectIdentity } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findSubject } from "../account/account.store.ts";
import { cellState, creditsOf } from "./cell-state.ts";
import { cellWish } from "./cell-wish.ts";
import { armOrderOf } from "./arm-order.ts";
import { type Block, blocksOf } from "./experiment-design.ts";
import {
  type CellRow,
  type ExperimentRow,
  insertCell,
  listCells,
  listRunningExperimentIds,
  lockExperiment,
  replaceCell,
  updateExperiment,
} from "./experiment.store.ts";
import { type StopReason, stopReasonOf } from "./stop-reasons.ts";

/** How many portraits of one experiment are under way at once: enough to keep the provider busy, few enough to stop. */
const openCellsAtMost = 12;

/** Thrown to take back a portrait that would run on another version than the rest. */
class ModelChanged extends Error {
  override readonly name = "ModelChanged";
}

/**
 * Looks after a subject's experiments: repeats once what failed, asks for the next pairs while there is budget and room,
 * and ends what is complete. Every step is one transaction that reads the rows first, so it can be repeated, and a
 * process killed at any moment leaves whole pairs.
 */
export const advanceExperiments = async (studio: Studio, subjectId: string): Promise<void> => {
  const ids = await studio.actingAs(subjectId, (tx) => listRunningExperimentIds(tx, subjectId));
  for (const id of ids) {
    let goesOn = true;
    while (goesOn) goesOn = await takeStep(studio, subjectId, id);
  }
};

const takeStep = async (studio: Studio, subjectId: string, experimentId: string): Promise<boolean> => {
  try {
    return await noteRefusal(studio, subjectId, () =>
      studio.actingAs(subjectId, async (tx) => {
        const subject = await findSubject(tx, subjectId);
        const experiment = await lockExperiment(tx, experimentId);
        if (subject === undefined || subject.deletionRequestedAt !== null) return false;
        return (
          experiment?.status === "running" && (await step(studio, tx, { ...subject, subjectId }, experiment))
        );
      }),
    );
  } catch (error) {
    const reason = reasonToStop(error);
    if (reason === null) throw error;
    studio.log.info({ experimentId, reason }, "an experiment has stopped");
    await studio.actingAs(subjectId, async (tx) => {
      const experiment = await lockExperiment(tx, experimentId);
      if (experiment?.status === "running") await end(studio, tx, experiment, reason);
    });
    return false;
  }
};

const reasonToStop = (error: unknown): StopReason | null => {
  if (error instanceof ModelChanged) return "model-changed";
  return isDomainError(error) ? stopReasonOf(error.code) : null;
};

/** Does the one thing that is next; whether there may be more. */
const step = async (
  studio: Studio,
  tx: SubjectTransaction,
  caller: SubjectIdentity,
  experiment: ExperimentRow,
): Promise<boolean> => {
  const cells = await listCells(tx, [experiment.id]);
  const { spent, held } = creditsOf(cells);
  const room = experiment.budgetCredits - spent - held;
  const blocks = blocksOf(experiment.design);
  const repeated = cells.find((cell) => cellState(cell).state === "to-repeat");
  if (repeated !== undefined && room >= creditsPerPortrait) {
    const block = blocks[repeated.block];
    if (block === undefined) throw new Error(`Experiment ${experiment.id} has no block ${repeated.block}`);
    const generationId = await ask(studio, tx, caller, experiment, block, repeated);
    await replaceCell(
      tx,
      { experimentId: experiment.id, block: repeated.block, arm: repeated.arm },
      generationId,
    );
    await tell(studio, tx, experiment);
    return true;
  }
  const begun = new Set(cells.map(({ block }) => block));
  const next = blocks.find(({ block }) => !begun.has(block));
  const arms = experiment.design.arms.length;
  if (next === undefined || room < arms * creditsPerPortrait) {
    const isComplete = next === undefined && repeated === undefined;
    if (held === 0) await end(studio, tx, experiment, isComplete ? null : "budget-spent");
    else await tell(studio, tx, experiment);
    return false;
  }
  if (held > 0 && held + arms > openCellsAtMost) {
    await tell(studio, tx, experiment);
    return false;
  }
  for (const arm of armOrderOf(experiment.design, experiment.ballotSeed, next.block)) {
    const generationId = await ask(studio, tx, caller, experiment, next, { arm });
    const place = { subjectId: caller.subjectId, experimentId: experiment.id, block: next.block, arm };
    await insertCell(tx, { ...place, generationId });
  }
  await tell(studio, tx, experiment);
  return true;
};

const ask = async (
  studio: Studio,
  tx: SubjectTransaction,
  caller: SubjectIdentity,
  { design, trainingId }: ExperimentRow,
  block: Block,
  { arm }: Pick<CellRow, "arm">,
): Promise<string> => {
  const generation = await createGenerationIn(studio, tx, caller, cellWish(design, block, arm));
  if (generation.trainingId !== trainingId) throw new ModelChanged("Another version is in use now");
  return generation.id;
};

const tell = (studio: Studio, tx: SubjectTransaction, { id, subjectId }: ExperimentRow): Promise<void> =>
  appendEvent(tx, subjectId, { type: "experiment", entityId: id, at: studio.clock.now() });

const end = async (
  studio: Studio,
  tx: SubjectTransaction,
  experiment: ExperimentRow,
  stopCode: StopReason | null,
): Promise<void> => {
  const status = stopCode === null ? "finished" : "stopped";
  await updateExperiment(tx, experiment.id, { status, stopCode, endedAt: studio.clock.now() });
  await tell(studio, tx, experiment);
};
