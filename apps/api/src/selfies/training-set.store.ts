import { asc, eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { selfies, trainingSetEntries, trainingSets } from "../db/schema/selfies.ts";

/** One entry of a training set, in its place. */
export interface TrainingSetEntry {
  readonly position: number;
  readonly selfieId: string;
  readonly sha256: string;
}

/** Adds a training set with its entries; neither ever changes afterwards. */
export const insertTrainingSet = async (
  tx: SubjectTransaction,
  set: typeof trainingSets.$inferInsert,
  entries: readonly TrainingSetEntry[],
): Promise<void> => {
  await tx.insert(trainingSets).values(set);
  await tx
    .insert(trainingSetEntries)
    .values(entries.map((entry) => ({ ...entry, subjectId: set.subjectId, trainingSetId: set.id })));
};

/** A training set with what is in it, in order. */
export type TrainingSetWithEntries = typeof trainingSets.$inferSelect & {
  readonly entries: readonly TrainingSetEntry[];
};

/** One of the acting subject's training sets with its entries. */
export const findTrainingSet = async (
  tx: SubjectTransaction,
  id: string,
): Promise<TrainingSetWithEntries | undefined> => {
  const [set] = await tx.select().from(trainingSets).where(eq(trainingSets.id, id));
  return set === undefined ? undefined : { ...set, entries: await listTrainingSetEntries(tx, id) };
};

/** All of the acting subject's training sets with their entries. */
export const listTrainingSets = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<TrainingSetWithEntries[]> => {
  const sets = await tx.select().from(trainingSets).where(eq(trainingSets.subjectId, subjectId));
  const found: TrainingSetWithEntries[] = [];
  for (const set of sets) found.push({ ...set, entries: await listTrainingSetEntries(tx, set.id) });
  return found;
};

/** The entries of one of the acting subject's training sets, in order. */
export const listTrainingSetEntries = (
  tx: SubjectTransaction,
  trainingSetId: string,
): Promise<TrainingSetEntry[]> =>
  tx
    .select({
      position: trainingSetEntries.position,
      selfieId: trainingSetEntries.selfieId,
      sha256: trainingSetEntries.sha256,
    })
    .from(trainingSetEntries)
    .where(eq(trainingSetEntries.trainingSetId, trainingSetId))
    .orderBy(asc(trainingSetEntries.position));

/** The acting subject's selfies as entries for a new training set, in the order in which they were uploaded. */
export const selfiesAsEntries = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<TrainingSetEntry[]> => {
  const rows = await tx
    .select({ selfieId: selfies.id, sha256: selfies.sha256 })
    .from(selfies)
    .where(eq(selfies.subjectId, subjectId))
    .orderBy(asc(selfies.createdAt), asc(selfies.id));
  return rows.map((row, position) => ({ ...row, position }));
};
