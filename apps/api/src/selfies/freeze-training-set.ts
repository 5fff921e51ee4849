import { createHash } from "node:crypto";
import { DomainError } from "../errors/domain-error.ts";
import { selfieLimits } from "../studio/limits.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { insertTrainingSet, selfiesAsEntries } from "./training-set.store.ts";

/**
 * Freezes the subject's present selfies into a training set: owner, hashes and count, for good.
 *
 * @returns the set's id
 * @throws DomainError `training_too_few_selfies`
 */
export const freezeTrainingSet = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<string> => {
  const entries = await selfiesAsEntries(tx, subjectId);
  if (entries.length < selfieLimits.minimum) {
    throw new DomainError("training_too_few_selfies", { have: entries.length, need: selfieLimits.minimum });
  }
  const id = studio.identifiers.next();
  const manifest = entries.map(({ sha256 }) => `${sha256}\n`).join("");
  await insertTrainingSet(
    tx,
    {
      id,
      subjectId,
      selfieCount: entries.length,
      manifestSha256: createHash("sha256").update(manifest).digest("hex"),
      createdAt: studio.clock.now(),
    },
    entries,
  );
  return id;
};
