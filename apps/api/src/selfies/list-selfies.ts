import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listSelfieRows } from "./selfie.store.ts";
import { type selfieView, toSelfieView } from "./selfie-view.ts";

/** The caller's selfies in the order in which they were added. */
export const listSelfies = async (studio: Studio, caller: Caller): Promise<z.infer<typeof selfieView>[]> => {
  const rows = await studio.actingAs(caller.subjectId, (tx) => listSelfieRows(tx, caller.subjectId));
  return rows.map(toSelfieView);
};
