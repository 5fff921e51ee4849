import { and, desc, eq, inArray } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { portraitModels, trainings } from "../db/schema/models.ts";
import { trainingSets } from "../db/schema/selfies.ts";
import { subjects } from "../db/schema/subjects.ts";
import type { RunnableModel } from "./runnable-model.ts";

/** A portrait model as it is stored. */
export type ModelRow = typeof portraitModels.$inferSelect;

/** A training as it is stored. */
export type TrainingRow = typeof trainings.$inferSelect;

/** What a new training is stored with. */
export type NewTraining = typeof trainings.$inferInsert;

/** The states of a training that is under way. */
export const openTrainingStatuses = ["draft", "uploading", "submitted", "running"] as const;

/** The acting subject's portrait model. */
export const findModel = async (tx: SubjectTransaction, subjectId: string): Promise<ModelRow | undefined> => {
  const [row] = await tx.select().from(portraitModels).where(eq(portraitModels.subjectId, subjectId));
  return row;
};

/** Adds the subject's one portrait model. */
export const insertModel = async (
  tx: SubjectTransaction,
  model: typeof portraitModels.$inferInsert,
): Promise<ModelRow> => {
  const [row] = await tx.insert(portraitModels).values(model).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new portrait model");
  return row;
};

/** Makes a training's version the one that runs. */
export const setActiveTraining = async (
  tx: SubjectTransaction,
  modelId: string,
  trainingId: string,
): Promise<ModelRow> => {
  const [row] = await tx
    .update(portraitModels)
    .set({ activeTrainingId: trainingId })
    .where(eq(portraitModels.id, modelId))
    .returning();
  if (row === undefined) throw new Error(`There is no portrait model ${modelId} to change`);
  return row;
};

/** Adds a training: from here on it exists, whatever happens to the process. */
export const insertTraining = async (tx: SubjectTransaction, training: NewTraining): Promise<TrainingRow> => {
  const [row] = await tx.insert(trainings).values(training).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new training");
  return row;
};

/** One of the acting subject's trainings. */
export const findTraining = async (tx: SubjectTransaction, id: string): Promise<TrainingRow | undefined> => {
  const [row] = await tx.select().from(trainings).where(eq(trainings.id, id));
  return row;
};

/** One of the acting subject's trainings, held until the transaction ends. */
export const lockTraining = async (tx: SubjectTransaction, id: string): Promise<TrainingRow | undefined> => {
  const [row] = await tx.select().from(trainings).where(eq(trainings.id, id)).for("update");
  return row;
};

/** The acting subject's training that is under way; there is one at most. */
export const findOpenTraining = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<TrainingRow | undefined> => {
  const [row] = await tx
    .select()
    .from(trainings)
    .where(and(eq(trainings.subjectId, subjectId), inArray(trainings.status, [...openTrainingStatuses])));
  return row;
};

/** The training that an earlier request with the same key started. */
export const findTrainingByKey = async (
  tx: SubjectTransaction,
  idempotencyKey: string,
): Promise<TrainingRow | undefined> => {
  const [row] = await tx.select().from(trainings).where(eq(trainings.idempotencyKey, idempotencyKey));
  return row;
};

/** Changes columns of one training. */
export const updateTraining = async (
  tx: SubjectTransaction,
  id: string,
  changes: Partial<NewTraining>,
): Promise<TrainingRow> => {
  const [row] = await tx.update(trainings).set(changes).where(eq(trainings.id, id)).returning();
  if (row === undefined) throw new Error(`There is no training ${id} to change`);
  return row;
};

/** A training with the number of selfies in its set. */
export type CountedTraining = TrainingRow & { readonly selfieCount: number };

/** The acting subject's trainings with their sets' sizes, newest first; with an id, that one alone. */
export const listTrainings = async (
  tx: SubjectTransaction,
  subjectId: string,
  trainingId?: string,
): Promise<CountedTraining[]> => {
  const found = await tx
    .select({ training: trainings, selfieCount: trainingSets.selfieCount })
    .from(trainings)
    .innerJoin(trainingSets, eq(trainingSets.id, trainings.trainingSetId))
    .where(
      and(
        eq(trainings.subjectId, subjectId),
        trainingId === undefined ? undefined : eq(trainings.id, trainingId),
      ),
    )
    .orderBy(desc(trainings.createdAt), desc(trainings.id));
  return found.map(({ training, selfieCount }) => ({ ...training, selfieCount }));
};

/** The portrait model with a given training's version, as the guard looks at it. */
export const findRunnable = async (
  tx: SubjectTransaction,
  trainingId: string,
): Promise<RunnableModel | undefined> => {
  const [found] = await tx
    .select({ model: portraitModels, training: trainings, subject: subjects })
    .from(trainings)
    .innerJoin(portraitModels, eq(portraitModels.id, trainings.modelId))
    .innerJoin(subjects, eq(subjects.id, trainings.subjectId))
    .where(eq(trainings.id, trainingId));
  if (found === undefined) return undefined;
  const { model, training, subject } = found;
  return {
    subjectNumber: subject.subjectNumber,
    triggerWord: subject.triggerWord,
    account: model.account,
    name: model.name,
    trainingId: training.id,
    version: training.version,
    versionSchema: training.versionSchema,
    status: training.status,
  };
};
