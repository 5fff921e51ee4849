import type { GenerationRow } from "../generations/generation.store.ts";
import { type GenerationWish, planPrompt } from "../generations/plan-generation.ts";
import { promptSubjectOf } from "../generations/prompt-subject-of.ts";
import { requireRunnableModel } from "../models/require-runnable-model.ts";
import type { Caller } from "../studio/caller.ts";
import type { SubjectTransaction } from "../studio/studio.ts";

/** A generation's own wish again, with nothing laid over it. */
export const plainWishOf = (row: GenerationRow): GenerationWish => ({
  service: "enhanced",
  brief: row.brief,
  expression: row.expression,
  enhancement: "none",
  presetId: row.presetId,
  changes: row.changes,
  outputs: row.outputs,
});

/**
 * Why an enhanced run beside this generation would differ from it in more than the enhancement, in words for the person;
 * null when it would not.
 *
 * @throws DomainError those of `requireRunnableModel` and `planPrompt`
 */
export const whyNotComparable = async (
  tx: SubjectTransaction,
  caller: Caller,
  row: GenerationRow,
): Promise<string | null> => {
  const { trainingId } = await requireRunnableModel(tx, caller.subjectId);
  if (row.enhancement !== "none")
    return "This portrait has an enhancement already, so it is not the plain one.";
  if (row.trainingId !== trainingId)
    return "Another version of your model has been chosen since this portrait was made.";
  const subject = await promptSubjectOf(tx, caller);
  if (row.subjectClause !== subject.subjectClause)
    return "How you describe yourself has changed since this portrait was made.";
  const { preset, built } = planPrompt(subject, plainWishOf(row));
  if (preset.version !== row.presetVersion || built.text !== row.prompt)
    return "The studio builds prompts differently since this portrait was made.";
  return null;
};
