import { findGeneration } from "../generations/generation.store.ts";
import { findPortrait } from "../gallery/portrait.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { draftShot, type ShotDraft } from "./draft-shot.ts";
import { findShotOfGeneration } from "./shoot.store.ts";

const titleCharacters = 40;

/**
 * Drafts shots from the caller's portraits: the very shot where it was one, otherwise its brief laid into a shot's
 * fields, to be looked over.
 *
 * @throws DomainError `not_found`
 */
export const draftShots = (
  studio: Studio,
  caller: Caller,
  portraitIds: readonly string[],
): Promise<ShotDraft[]> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const drafts: ShotDraft[] = [];
    for (const portraitId of portraitIds) {
      const portrait = await findPortrait(tx, portraitId);
      const generation = portrait && (await findGeneration(tx, portrait.generationId));
      if (generation === undefined) throw new DomainError("not_found", { what: "portrait" });
      const { brief, expression } = generation;
      const shot = await findShotOfGeneration(tx, generation.id);
      drafts.push(shot ?? draftShot(brief, { title: titleOf(brief), expression }));
    }
    return drafts;
  });

const titleOf = (brief: string): string => {
  const [first = ""] = brief.split(/[,;\n]/u);
  const plain = first
    .replaceAll(/[^\p{L}\p{M}\p{N} '’/-]/gu, " ")
    .replaceAll(/ +/gu, " ")
    .trim();
  const short =
    plain.length <= titleCharacters ? plain : plain.slice(0, plain.lastIndexOf(" ", titleCharacters));
  return short.charAt(0).toUpperCase() + short.slice(1);
};
