import { createHash } from "node:crypto";
import { DomainError } from "../errors/domain-error.ts";
import { canTeach } from "../measuring/can-teach.ts";
import { listSelfieMeasurements } from "../measuring/selfie-measurement.store.ts";
import { selfieLimits } from "../studio/limits.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { insertTrainingSet, selfiesAsEntries } from "./training-set.store.ts";

/**
 * Freezes the subject's present selfies into a training set: owner, hashes and count, for good. Those that were judged
 * to show no face, or several, are left out.
 *
 * @returns the set's id
 * @throws DomainError `training_too_few_selfies`
 */
export const freezeTrainingSet = async (
  studio: Studio,
  tx: SubjectTransaction,
  subjectId: string,
): Promise<string> => {
  const measured = await listSelfieMeasurements(tx, subjectId);
  const bySelfie = new Map(measured.map((row) => [row.selfieId, row]));
  const present = await selfiesAsEntries(tx, subjectId);
  const entries = present
    .filter(({ selfieId }) => canTeach(bySelfie.get(selfieId)))
    .map((entry, position) => ({ ...entry, position }));
  if (entries.length < selfieLimits.minimum) {
    const leftOut = present.length - entries.length;
    throw new DomainError("training_too_few_selfies", {
      have: entries.length,
      need: selfieLimits.minimum,
      leftOut,
    });
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
