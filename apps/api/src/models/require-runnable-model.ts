import { DomainError } from "../errors/domain-error.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import { findModel, findOpenTraining, findRunnable } from "./model.store.ts";
import type { RunnableModel } from "./runnable-model.ts";

/**
 * The subject's own model with its active version. There is no other: no default, no shared model, no fallback.
 *
 * @throws DomainError `model_missing` before the first training, `model_not_ready` while it runs
 */
export const requireRunnableModel = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<RunnableModel> => {
  const model = await findModel(tx, subjectId);
  const runnable =
    model === undefined || model.activeTrainingId === null
      ? undefined
      : await findRunnable(tx, model.activeTrainingId);
  if (runnable !== undefined) return runnable;
  const open = await findOpenTraining(tx, subjectId);
  throw open === undefined
    ? new DomainError("model_missing", {})
    : new DomainError("model_not_ready", { status: open.status });
};
