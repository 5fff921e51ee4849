import { and, asc, desc, eq, inArray, isNotNull, lt, or } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import { experimentCells, experiments, experimentVotes } from "../db/schema/lab.ts";
import type { GenerationRow } from "../generations/generation.store.ts";
import type { PortraitRow } from "../gallery/portrait.store.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** An experiment as it is stored. */
export type ExperimentRow = typeof experiments.$inferSelect;

/** A cell with the generation it stands for, and its portrait once there is one. */
export interface CellRow {
  readonly block: number;
  readonly arm: number;
  readonly attempt: number;
  readonly generation: GenerationRow;
  readonly portrait: PortraitRow | null;
}

/** A vote as it is stored. */
export type VoteRow = typeof experimentVotes.$inferSelect;

/** Adds an experiment, with its design for good. */
export const insertExperiment = async (
  tx: SubjectTransaction,
  experiment: typeof experiments.$inferInsert,
): Promise<ExperimentRow> => {
  const [row] = await tx.insert(experiments).values(experiment).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new experiment");
  return row;
};

/** One of the acting subject's experiments. */
export const findExperiment = async (
  tx: SubjectTransaction,
  id: string,
): Promise<ExperimentRow | undefined> => {
  const [row] = await tx.select().from(experiments).where(eq(experiments.id, id));
  return row;
};

/** One of the acting subject's experiments, held until the transaction ends. */
export const lockExperiment = async (
  tx: SubjectTransaction,
  id: string,
): Promise<ExperimentRow | undefined> => {
  const [row] = await tx.select().from(experiments).where(eq(experiments.id, id)).for("update");
  return row;
};

/** The experiment that an earlier request with the same key made. */
export const findExperimentByKey = async (
  tx: SubjectTransaction,
  idempotencyKey: string,
): Promise<ExperimentRow | undefined> => {
  const [row] = await tx.select().from(experiments).where(eq(experiments.idempotencyKey, idempotencyKey));
  return row;
};

/** The ids of the acting subject's experiments that run. */
export const listRunningExperimentIds = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<string[]> => {
  const rows = await tx
    .select({ id: experiments.id })
    .from(experiments)
    .where(and(eq(experiments.subjectId, subjectId), eq(experiments.status, "running")))
    .orderBy(asc(experiments.createdAt));
  return rows.map(({ id }) => id);
};

/** The acting subject's experiments after a cursor, newest first. */
export const listExperimentRows = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<ExperimentRow[]> =>
  tx
    .select()
    .from(experiments)
    .where(
      and(
        eq(experiments.subjectId, subjectId),
        after === null
          ? undefined
          : or(
              lt(experiments.createdAt, after.createdAt),
              and(eq(experiments.createdAt, after.createdAt), lt(experiments.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(experiments.createdAt), desc(experiments.id))
    .limit(limit);

/** Changes what of an experiment can change. */
export const updateExperiment = async (
  tx: SubjectTransaction,
  id: string,
  changes: Partial<Pick<ExperimentRow, "status" | "stopCode" | "endedAt" | "budgetCredits">>,
): Promise<ExperimentRow> => {
  const [row] = await tx.update(experiments).set(changes).where(eq(experiments.id, id)).returning();
  if (row === undefined) throw new Error(`There is no experiment ${id} to change`);
  return row;
};

/** Adds a portrait that was asked for. */
export const insertCell = async (
  tx: SubjectTransaction,
  cell: typeof experimentCells.$inferInsert,
): Promise<void> => {
  await tx.insert(experimentCells).values(cell);
};

/** Puts a second try in the place of one that came to nothing. */
export const replaceCell = async (
  tx: SubjectTransaction,
  {
    experimentId,
    block,
    arm,
  }: { readonly experimentId: string; readonly block: number; readonly arm: number },
  generationId: string,
): Promise<void> => {
  await tx
    .update(experimentCells)
    .set({ generationId, attempt: 2 })
    .where(
      and(
        eq(experimentCells.experimentId, experimentId),
        eq(experimentCells.block, block),
        eq(experimentCells.arm, arm),
      ),
    );
};

/** The cells of some experiments, in the order of blocks and arms. */
export const listCells = async (
  tx: SubjectTransaction,
  experimentIds: readonly string[],
): Promise<(CellRow & { readonly experimentId: string })[]> => {
  if (experimentIds.length === 0) return [];
  const rows = await tx
    .select({ cell: experimentCells, generation: generations, portrait: portraits })
    .from(experimentCells)
    .innerJoin(
      generations,
      and(
        eq(generations.subjectId, experimentCells.subjectId),
        eq(generations.id, experimentCells.generationId),
      ),
    )
    .leftJoin(portraits, and(eq(portraits.generationId, generations.id), eq(portraits.outputIndex, 0)))
    .where(inArray(experimentCells.experimentId, [...experimentIds]))
    .orderBy(asc(experimentCells.block), asc(experimentCells.arm));
  return rows.map(({ cell: { experimentId, block, arm, attempt }, generation, portrait }) => ({
    experimentId,
    block,
    arm,
    attempt,
    generation,
    portrait,
  }));
};

/** How long the provider has worked on the subject's portraits so far, with what they were made. */
export const listPredictTimes = (
  tx: SubjectTransaction,
  subjectId: string,
  limit: number,
): Promise<{ input: GenerationRow["input"]; outputs: number; predictSeconds: number | null }[]> =>
  tx
    .select({
      input: generations.input,
      outputs: generations.outputs,
      predictSeconds: generations.predictSeconds,
    })
    .from(generations)
    .where(and(eq(generations.subjectId, subjectId), isNotNull(generations.predictSeconds)))
    .orderBy(desc(generations.createdAt))
    .limit(limit);

/** The votes of an experiment, in the order in which they were cast. */
export const listVotes = (tx: SubjectTransaction, experimentId: string): Promise<VoteRow[]> =>
  tx
    .select()
    .from(experimentVotes)
    .where(eq(experimentVotes.experimentId, experimentId))
    .orderBy(asc(experimentVotes.votedAt), asc(experimentVotes.ballot));

/** Adds a vote; one that was cast before stays as it is. */
export const insertVote = async (
  tx: SubjectTransaction,
  vote: typeof experimentVotes.$inferInsert,
): Promise<void> => {
  await tx.insert(experimentVotes).values(vote).onConflictDoNothing();
};

/** Takes a vote back. */
export const deleteVote = async (
  tx: SubjectTransaction,
  experimentId: string,
  ballot: number,
): Promise<void> => {
  await tx
    .delete(experimentVotes)
    .where(and(eq(experimentVotes.experimentId, experimentId), eq(experimentVotes.ballot, ballot)));
};
