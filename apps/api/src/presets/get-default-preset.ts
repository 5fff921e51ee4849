import { presetFor } from "@selfsame/flux-core";
import type { z } from "zod";
import { findExperiment } from "../lab/experiment.store.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { findOwnPreset } from "./own-preset.store.ts";
import { type defaultPresetView, toOwnPresetView } from "./own-preset-view.ts";

/** The preset that holds for a subject where none is named, and where it comes from. */
export const getDefaultPreset = (
  studio: Studio,
  subjectId: string,
): Promise<z.infer<typeof defaultPresetView>> =>
  studio.readingAs(subjectId, (tx) => readDefaultPreset(tx, subjectId));

/** The same inside a transaction. */
export const readDefaultPreset = async (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<z.infer<typeof defaultPresetView>> => {
  const own = await findOwnPreset(tx, subjectId);
  const experiment = own && (await findExperiment(tx, own.experimentId));
  return {
    own: own === undefined ? null : toOwnPresetView(own, experiment?.design.title ?? ""),
    studio: presetFor("studio").id,
  };
};
