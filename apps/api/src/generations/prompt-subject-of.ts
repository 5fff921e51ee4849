import { findProfile } from "../account/profile.store.ts";
import { subjectClause } from "../account/subject-clause.ts";
import { findOwnPreset } from "../presets/own-preset.store.ts";
import type { SubjectIdentity } from "../studio/caller.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import type { PromptSubject } from "./plan-generation.ts";

/** Whom a subject's prompts are about, and which preset holds where none is named. */
export const promptSubjectOf = async (
  tx: SubjectTransaction,
  { subjectId, triggerWord }: SubjectIdentity,
): Promise<PromptSubject> => {
  const profile = await findProfile(tx, subjectId);
  return {
    triggerWord,
    subjectClause: profile === undefined ? null : subjectClause(profile),
    ownPreset: (await findOwnPreset(tx, subjectId)) ?? null,
  };
};
