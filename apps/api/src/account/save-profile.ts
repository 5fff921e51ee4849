import { buildPrompt } from "@selfsame/flux-core";
import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { type ProfileRow, upsertProfile } from "./profile.store.ts";
import { type profileView, toProfileView } from "./profile-view.ts";
import { type Appearance, subjectClause } from "./subject-clause.ts";

/**
 * Writes how the caller describes themselves; portraits asked for from now on say it. Words that no prompt could be
 * built with are refused here, so that they do not fail every portrait later.
 *
 * @throws DomainError `profile_refused`
 */
export const saveProfile = async (
  studio: Studio,
  caller: Caller,
  appearance: Appearance,
): Promise<z.infer<typeof profileView>> => {
  const clause = subjectClause(appearance);
  if (clause !== null) refuseUnlessBuildable(caller.triggerWord, clause);
  const row: ProfileRow = { subjectId: caller.subjectId, ...appearance, savedAt: studio.clock.now() };
  await studio.actingAs(caller.subjectId, (tx) => upsertProfile(tx, row));
  return toProfileView(row);
};

const refuseUnlessBuildable = (trigger: string, subject: string): void => {
  const built = buildPrompt({ brief: "portrait", trigger, placement: "begin", quality: "none", subject });
  if (!built.ok) {
    throw new DomainError("profile_refused", { code: built.error.code, reason: built.error.message });
  }
};
