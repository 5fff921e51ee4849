import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import { readImage } from "../gallery/read-image.ts";
import { isDomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { type experimentView, toExperimentView } from "./experiment-view.ts";
import { judgeReadExperiment } from "./judge-read-experiment.ts";
import { readExperiment } from "./read-experiment.ts";
import { writeReport } from "./report/write-report.ts";

/** The forms an experiment can be taken away in. */
export const experimentFormats = ["json", "csv", "html"] as const;

/** One of them. */
export type ExperimentFormat = (typeof experimentFormats)[number];

/** A file of an experiment. */
export interface ExperimentFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
}

const contentTypes = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
} as const;

/**
 * One of the caller's experiments as a file: everything as JSON, a portrait a line as CSV, or a report as one page with
 * the pictures inside.
 *
 * @throws DomainError `not_found`, `storage_unavailable`, `rate_limited`
 */
export const exportExperiment = async (
  studio: Studio,
  caller: Caller,
  { experimentId, format }: { readonly experimentId: string; readonly format: ExperimentFormat },
): Promise<ExperimentFile> => {
  const read = await studio.readingAs(caller.subjectId, (tx) => readExperiment(tx, experimentId));
  const experiment = toExperimentView(read, studio.faces !== null);
  const verdict = judgeReadExperiment(read);
  const fileName = `experiment-${experiment.createdAt.slice(0, 10)}-${experimentId.slice(-6)}.${format}`;
  const contentType = contentTypes[format];
  switch (format) {
    case "json":
      return { fileName, contentType, text: `${JSON.stringify({ experiment, verdict }, null, 2)}\n` };
    case "csv":
      return { fileName, contentType, text: gridAsCsv(experiment) };
    case "html": {
      const pictures = await readPictures(studio, caller, experiment);
      const text = writeReport({ experiment, verdict, pictures, writtenAt: studio.clock.now() });
      return { fileName, contentType, text };
    }
  }
};

const gridAsCsv = ({ design, blocks, grid }: z.infer<typeof experimentView>): string =>
  stringify(
    grid.map((cell) => {
      const block = blocks[cell.block];
      const arm = design.arms[cell.arm];
      return {
        pair: cell.block,
        brief: plainCell(design.briefs[block?.brief ?? 0]?.text ?? ""),
        seed: design.seeds[block?.seed ?? 0],
        arm: plainCell(arm?.name ?? ""),
        preset: arm?.presetId,
        changes: JSON.stringify(arm?.changes ?? {}),
        enhancement: arm?.enhancement,
        state: cell.state,
        attempts: cell.attempt,
        missing: cell.reason?.code,
        seconds: cell.seconds,
        likeness: cell.score?.likeness,
        naturalness: cell.score?.naturalness,
        smile: cell.score?.smile,
        unmeasured: cell.score?.reason,
        portrait: cell.portrait?.id,
      };
    }),
    { header: true, bom: true },
  );

/** What a spreadsheet would take for a formula stands behind an apostrophe. */
const plainCell = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const readPictures = async (
  studio: Studio,
  caller: Caller,
  { grid }: z.infer<typeof experimentView>,
): Promise<ReadonlyMap<string, string>> => {
  const pictures = new Map<string, string>();
  for (const { portrait } of grid) {
    if (portrait === null) continue;
    try {
      const { bytes, contentType } = await readImage(studio, caller, {
        kind: "portraits",
        id: portrait.id,
        size: 480,
      });
      pictures.set(portrait.id, `data:${contentType};base64,${Buffer.from(bytes).toString("base64")}`);
    } catch (error) {
      // It was deleted meanwhile: its place stays empty.
      if (!isDomainError(error) || error.code !== "not_found") throw error;
    }
  }
  return pictures;
};
