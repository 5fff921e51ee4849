import { setTimeout as pause } from "node:timers/promises";
import { resumeDeletions } from "../account/resume-deletions.ts";
import { removeDueTrash } from "../gallery/remove-due-trash.ts";
import { reconcileGeneration } from "../generations/reconcile-generation.ts";
import { anchorChains } from "../isolation/anchor-chains.ts";
import { deleteLeftZips } from "../models/delete-left-zips.ts";
import { withLogContext } from "../log/log-context.ts";
import { reconcileTraining } from "../models/reconcile-training.ts";
import { forgetSelfies } from "../selfies/forget-selfies.ts";
import type { Studio } from "../studio/studio.ts";

const batchSize = 50;
/** How much of the log may be without an anchor: what was written within it can be taken back unseen. */
const anchorEveryMs = 60_000;
const resumeDeletionsEveryMs = 10 * 60_000;
const removeTrashEveryMs = 10 * 60_000;
/** Settings of retention count in days. */
const keepOrderEveryMs = 10 * 60_000;

/**
 * Looks after every piece of open work whose time has come, once; how many there were.
 *
 * @param signal once aborted, nothing further is begun
 */
export const reconcileDueWork = async (studio: Studio, signal?: AbortSignal): Promise<number> => {
  const due = await studio.owners.dueWork(studio.clock.now(), batchSize);
  for (const { kind, id, subjectId } of due) {
    if (signal?.aborted) break;
    try {
      await withLogContext({ [`${kind}Id`]: id }, () =>
        kind === "training"
          ? reconcileTraining(studio, subjectId, id)
          : reconcileGeneration(studio, subjectId, id),
      );
    } catch (error) {
      // The next turn is set already: one piece of work that fails does not hold up the others.
      studio.log.warn({ error, kind, id }, "open work could not be looked after this time");
    }
  }
  return due.length;
};

/** Does something when it is called, and not again before so much time has passed. */
const every = (studio: Studio, everyMs: number, work: () => Promise<unknown>): (() => Promise<void>) => {
  let lastMs = 0;
  return async () => {
    const nowMs = studio.clock.now().getTime();
    if (nowMs - lastMs < everyMs) return;
    lastMs = nowMs;
    await work();
  };
};

/**
 * Looks after open work again and again until it is stopped.
 *
 * @param everyMs the pause between two looks
 * @returns stops it; resolves when the look at hand has ended
 */
export const startReconciler = (studio: Studio, everyMs: number): (() => Promise<void>) => {
  const stopping = new AbortController();
  const anchor = every(studio, anchorEveryMs, () => anchorChains(studio));
  const resume = every(studio, resumeDeletionsEveryMs, () => resumeDeletions(studio));
  const removeTrash = every(studio, removeTrashEveryMs, () => removeDueTrash(studio));
  const keepOrder = every(studio, keepOrderEveryMs, async () => {
    await forgetSelfies(studio);
    await deleteLeftZips(studio);
  });
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await anchor().catch((error: unknown) =>
        studio.log.error({ error }, "the isolation log could not be anchored this time"),
      );
      await resume().catch((error: unknown) =>
        studio.log.error({ error }, "it could not be found out who is to be deleted"),
      );
      await removeTrash().catch((error: unknown) =>
        studio.log.error({ error }, "what was in the trash long enough could not be removed this time"),
      );
      await keepOrder().catch((error: unknown) =>
        studio.log.error({ error }, "what is to be kept no longer could not be removed this time"),
      );
      await reconcileDueWork(studio, stopping.signal).catch((error: unknown) =>
        studio.log.error({ error }, "the reconciler could not find out what is due"),
      );
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
};
