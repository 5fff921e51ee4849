import { findSubject, listConsents } from "../account/account.store.ts";
import { listEveryPortrait, type PortraitWithBrief } from "../gallery/portrait.store.ts";
import { listGenerationRows } from "../generations/generation.store.ts";
import { findModel, listTrainings } from "../models/model.store.ts";
import { listSelfieRows } from "../selfies/selfie.store.ts";
import { listTrainingSets } from "../selfies/training-set.store.ts";
import type { ListCursor } from "../studio/list-cursor.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import type { WitnessedRows, WitnessedTable } from "./witnessed-columns.ts";

/** Every row of one subject that the isolation log binds. */
export type SubjectRows = { readonly [TTable in WitnessedTable]: readonly WitnessedRows[TTable][] } & {
  readonly portraits: readonly PortraitWithBrief[];
};

const pageRows = 1_000;

/** Reads every row of the acting subject that the isolation log binds; a page at a time, all of them held at the end. */
export const readSubjectRows = async (tx: SubjectTransaction, subjectId: string): Promise<SubjectRows> => {
  const subject = await findSubject(tx, subjectId);
  const model = await findModel(tx, subjectId);
  return {
    subjects: subject === undefined ? [] : [subject],
    consents: await listConsents(tx, subjectId),
    selfies: await listSelfieRows(tx, subjectId),
    training_sets: await listTrainingSets(tx, subjectId),
    portrait_models: model === undefined ? [] : [model],
    trainings: await listTrainings(tx, subjectId),
    generations: await everyPage((after) => listGenerationRows(tx, subjectId, { after, limit: pageRows })),
    portraits: await everyPage((after) => listEveryPortrait(tx, subjectId, { after, limit: pageRows })),
  };
};

const everyPage = async <TRow extends ListCursor>(
  read: (after: ListCursor | null) => Promise<TRow[]>,
): Promise<TRow[]> => {
  const rows: TRow[] = [];
  for (;;) {
    const page = await read(rows.at(-1) ?? null);
    rows.push(...page);
    if (page.length < pageRows) return rows;
  }
};
