import type { z } from "zod";
import type { ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { findCheck } from "./check.store.ts";
import { checkSubject, type SubjectCheck } from "./check-subject.ts";
import type { portraitProofView, proofView } from "./proof-view.ts";

/** What a check of one subject has to show: the whole of it, and every portrait, newest first. */
export interface Proof {
  readonly checkedAt: Date;
  readonly whole: Omit<z.infer<typeof proofView>, "portraits" | "nextCursor">;
  readonly portraits: readonly (ListCursor & { readonly view: z.infer<typeof portraitProofView> })[];
}

const shownVersionCharacters = 8;

/** Checks everything of a subject against their isolation log, now. */
export const makeProof = async (
  { readingAs, keyring, clock }: Pick<Studio, "readingAs" | "keyring" | "clock">,
  subjectId: string,
): Promise<Proof> => {
  const { check, last } = await readingAs(subjectId, async (tx) => ({
    check: await checkSubject(keyring, tx, subjectId),
    last: await findCheck(tx, subjectId),
  }));
  const checkedAt = clock.now();
  // What is in the trash was checked with everything else, and is shown nowhere but there.
  const hanging = check.portraits.filter(({ trashedAt }) => trashedAt === null);
  return {
    checkedAt,
    whole: {
      checkedAt: checkedAt.toISOString(),
      since: check.firstEntryAt?.toISOString() ?? null,
      entries: check.entryCount,
      letThrough: check.letThrough,
      refused: check.refused,
      portraitCount: hanging.length,
      problems: [...check.problems],
      studioCheck:
        last === undefined ? null : { at: last.checkedAt.toISOString(), problems: last.problemCount },
    },
    portraits: portraitProofs({ ...check, portraits: hanging }),
  };
};

const portraitProofs = ({ portraits, proofs, problems }: SubjectCheck): Proof["portraits"] => {
  const proofOf = new Map(proofs.map((proof) => [proof.portraitId, proof]));
  const altered = new Set(problems.map(({ row }) => row));
  return portraits.map(({ id, createdAt, brief }) => {
    const proof = proofOf.get(id);
    const view = {
      portraitId: id,
      brief,
      createdAt: createdAt.toISOString(),
      selfieCount: proof?.selfieCount ?? 0,
      version: proof?.version.slice(0, shownVersionCharacters) ?? "",
      trainedAt: proof?.selfiesTrainedAt?.toISOString() ?? null,
      letThroughAt: proof?.letThroughAt?.toISOString() ?? null,
      sentAt: proof?.sentAt?.toISOString() ?? null,
      acceptedAt: proof?.acceptedAt?.toISOString() ?? null,
      storedAt: proof?.storedAt?.toISOString() ?? null,
      takenAsFound: proof?.isTakenAsFound ?? false,
      holds: proof?.holds === true && !altered.has(id),
    };
    return { id, createdAt, view };
  });
};
