import { z } from "zod";
import type { OwnPresetRow } from "./own-preset.store.ts";

/** A version of a subject's own default preset as a page shows it, with the experiment it came from. */
export const ownPresetView = z.object({
  version: z.number(),
  name: z.string(),
  presetId: z.string(),
  presetVersion: z.number(),
  changes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  experimentId: z.uuid(),
  experimentTitle: z.string(),
  takenAt: z.iso.datetime(),
});

/** What holds where no preset is named. */
export const defaultPresetView = z.object({
  /** Null: the studio's default holds. */
  own: ownPresetView.nullable(),
  /** The studio's default. */
  studio: z.string(),
});

/** Puts a version into the page's form. */
export const toOwnPresetView = (
  row: OwnPresetRow,
  experimentTitle: string,
): z.infer<typeof ownPresetView> => ({
  version: row.version,
  name: row.name,
  presetId: row.presetId,
  presetVersion: row.presetVersion,
  changes: row.changes,
  experimentId: row.experimentId,
  experimentTitle,
  takenAt: row.takenAt.toISOString(),
});
