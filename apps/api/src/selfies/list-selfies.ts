import type { z } from "zod";
import { listSelfieMeasurements } from "../measuring/selfie-measurement.store.ts";
import { type selfieSetView, toSelfieSetView } from "../measuring/selfie-set-view.ts";
import { toSelfieVerdict } from "../measuring/selfie-verdict.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listSelfieRows } from "./selfie.store.ts";
import { type selfieView, toSelfieView } from "./selfie-view.ts";

/** A subject's selfies, each with what is said of it, and how they stand as a set. */
export interface CoachedSelfies {
  readonly selfies: z.infer<typeof selfieView>[];
  /** Null while nothing is measured here, or nothing has been yet. */
  readonly set: z.infer<typeof selfieSetView> | null;
}

/** The caller's selfies in the order in which they were added, judged one by one and as a set. */
export const listSelfies = async (studio: Studio, caller: Caller): Promise<CoachedSelfies> => {
  const { rows, measured } = await studio.readingAs(caller.subjectId, async (tx) => ({
    rows: await listSelfieRows(tx, caller.subjectId),
    measured: await listSelfieMeasurements(tx, caller.subjectId),
  }));
  const bySelfie = new Map(measured.map((row) => [row.selfieId, row]));
  return {
    selfies: rows.map((row) => toSelfieView(row, toSelfieVerdict(studio, bySelfie.get(row.id)))),
    set: toSelfieSetView(studio, measured),
  };
};
