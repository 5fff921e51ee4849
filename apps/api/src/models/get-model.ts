import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findModel, listTrainings } from "./model.store.ts";
import { type modelView, toModelView } from "./model-view.ts";

/** The caller's portrait model with its trainings; null before the first training. */
export const getModel = (
  studio: Pick<Studio, "readingAs">,
  caller: Caller,
): Promise<z.infer<typeof modelView> | null> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const model = await findModel(tx, caller.subjectId);
    if (model === undefined) return null;
    return toModelView(model, caller.triggerWord, await listTrainings(tx, caller.subjectId));
  });
