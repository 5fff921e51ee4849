import type { SubjectRows } from "./read-subject-rows.ts";
import type { RowToBind } from "./statement.ts";

/** Every part of a subject's rows that is to be bound, as the rows stand. */
export const rowsToBind = (rows: SubjectRows): RowToBind[] => [
  ...rows.subjects.map((row) => ({ table: "subjects", part: "made", row }) as const),
  ...rows.consents.map((row) => ({ table: "consents", part: "made", row }) as const),
  ...rows.selfies.map((row) => ({ table: "selfies", part: "made", row }) as const),
  ...rows.training_sets.map((row) => ({ table: "training_sets", part: "made", row }) as const),
  ...rows.portrait_models.flatMap((row) => [
    { table: "portrait_models", part: "made", row } as const,
    ...(row.activeTrainingId === null ? [] : [{ table: "portrait_models", part: "chosen", row } as const]),
  ]),
  ...rows.trainings.flatMap((row) => [
    { table: "trainings", part: "made", row } as const,
    ...(row.providerId === null ? [] : [{ table: "trainings", part: "accepted", row } as const]),
    ...(row.endedAt === null ? [] : [{ table: "trainings", part: "ended", row } as const]),
  ]),
  ...rows.generations.flatMap((row) => [
    { table: "generations", part: "made", row } as const,
    ...(row.providerId === null ? [] : [{ table: "generations", part: "accepted", row } as const]),
    ...(row.endedAt === null ? [] : [{ table: "generations", part: "ended", row } as const]),
  ]),
  ...rows.portraits.map((row) => ({ table: "portraits", part: "made", row }) as const),
];
