import { eq } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { selfieMeasurements } from "../db/schema/measurements.ts";

/** A selfie's measurement as it is stored. */
export type SelfieMeasurementRow = typeof selfieMeasurements.$inferSelect;

/** Stores what was seen in a selfie, over what was there. */
export const saveSelfieMeasurement = async (
  tx: SubjectTransaction,
  row: SelfieMeasurementRow,
): Promise<void> => {
  const { selfieId: _, subjectId: __, ...figures } = row;
  await tx
    .insert(selfieMeasurements)
    .values(row)
    .onConflictDoUpdate({ target: selfieMeasurements.selfieId, set: figures });
};

/** The measurement of one of the acting subject's selfies. */
export const findSelfieMeasurement = async (
  tx: SubjectTransaction,
  selfieId: string,
): Promise<SelfieMeasurementRow | undefined> => {
  const [row] = await tx.select().from(selfieMeasurements).where(eq(selfieMeasurements.selfieId, selfieId));
  return row;
};

/** The measurements of all of the acting subject's selfies that have one. */
export const listSelfieMeasurements = (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<SelfieMeasurementRow[]> =>
  tx.select().from(selfieMeasurements).where(eq(selfieMeasurements.subjectId, subjectId));

/** Puts a face that was encrypted anew in the place of the old one. */
export const updateSealedFace = async (
  tx: SubjectTransaction,
  selfieId: string,
  sealedFace: string,
): Promise<void> => {
  await tx.update(selfieMeasurements).set({ sealedFace }).where(eq(selfieMeasurements.selfieId, selfieId));
};
