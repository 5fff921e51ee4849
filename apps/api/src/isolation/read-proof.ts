import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import { encodeCursor, type ListCursor } from "../studio/list-cursor.ts";
import type { Studio } from "../studio/studio.ts";
import { findCheck } from "./check.store.ts";
import { checkSubject, type SubjectCheck } from "./check-subject.ts";
import type { portraitProofView, proofView } from "./proof-view.ts";

const shownVersionCharacters = 8;

/**
 * Checks everything of the caller's against their isolation log, now, and says how it is known of each portrait that
 * it is theirs: the newest first, a page at a time.
 */
export const readProof = async (
  studio: Studio,
  caller: Caller,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<z.infer<typeof proofView>> => {
  const { check, last } = await studio.readingAs(caller.subjectId, async (tx) => ({
    check: await checkSubject(studio.keyring, tx, caller.subjectId),
    last: await findCheck(tx, caller.subjectId),
  }));
  // What is in the trash was checked with everything else, and is shown nowhere but there.
  const hanging = check.portraits.filter(({ trashedAt }) => trashedAt === null);
  const older = hanging.filter((portrait) => after === null || isOlder(portrait, after));
  const page = older.slice(0, limit);
  const end = page.at(-1);
  return {
    checkedAt: studio.clock.now().toISOString(),
    since: check.firstEntryAt?.toISOString() ?? null,
    entries: check.entryCount,
    letThrough: check.letThrough,
    refused: check.refused,
    portraitCount: hanging.length,
    problems: [...check.problems],
    studioCheck:
      last === undefined ? null : { at: last.checkedAt.toISOString(), problems: last.problemCount },
    portraits: page.map((portrait) => toPortraitProof(check, portrait)),
    nextCursor: end === undefined || older.length <= limit ? null : encodeCursor(end),
  };
};

const isOlder = (portrait: ListCursor, { createdAt, id }: ListCursor): boolean =>
  portrait.createdAt < createdAt ||
  (portrait.createdAt.getTime() === createdAt.getTime() && portrait.id < id);

const toPortraitProof = (
  check: SubjectCheck,
  portrait: SubjectCheck["portraits"][number],
): z.infer<typeof portraitProofView> => {
  const proof = check.proofs.find(({ portraitId }) => portraitId === portrait.id);
  const isAltered = check.problems.some(({ row }) => row === portrait.id);
  return {
    portraitId: portrait.id,
    brief: portrait.brief,
    createdAt: portrait.createdAt.toISOString(),
    selfieCount: proof?.selfieCount ?? 0,
    version: proof?.version.slice(0, shownVersionCharacters) ?? "",
    trainedAt: proof?.selfiesTrainedAt?.toISOString() ?? null,
    letThroughAt: proof?.letThroughAt?.toISOString() ?? null,
    sentAt: proof?.sentAt?.toISOString() ?? null,
    acceptedAt: proof?.acceptedAt?.toISOString() ?? null,
    storedAt: proof?.storedAt?.toISOString() ?? null,
    takenAsFound: proof?.isTakenAsFound ?? false,
    holds: proof?.holds === true && !isAltered,
  };
};
