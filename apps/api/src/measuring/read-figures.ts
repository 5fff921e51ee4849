import { services } from "@selfsame/flux-core";
import { calibrations } from "@selfsame/likeness";
import { z } from "zod";
import { listTrainings } from "../models/model.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { depictionOf } from "./depiction-of.ts";
import type { FigureGrouping } from "./figure-grouping.ts";
import { figurePortraits, type FigureRow, listFigures, listUnscored } from "./figures.store.ts";
import type { FigureGroupName, FiguresView } from "./figures-view.ts";
import { unscoredReasons } from "./unscored-reason.ts";

const presetGroup = /^(?<id>\S+) (?<version>\d+)(?<changed> changed)?$/;

/** How the caller's portraits measure by preset, service or version, in all and week by week. */
export const readFigures = async (
  studio: Studio,
  caller: Caller,
  by: FigureGrouping,
): Promise<FiguresView> => {
  const { faces, settings } = studio;
  if (faces === null) return { by, measuredWith: null, atMost: figurePortraits, groups: [], unscored: [] };
  const calibration = calibrations[depictionOf({ drawn: settings.simulated })].version;
  const measure = { modelVersion: faces.modelVersion, calibration };
  const { rows, unscored, trainings } = await studio.readingAs(caller.subjectId, async (tx) => ({
    rows: await listFigures(tx, caller.subjectId, { by, measure }),
    unscored: await listUnscored(tx, caller.subjectId),
    trainings: await listTrainings(tx, caller.subjectId),
  }));
  const ready = trainings
    .filter(({ status }) => status === "ready")
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map(({ id }) => id);
  const nameOf = (group: string): FigureGroupName => {
    if (by === "service") return { by, service: z.enum(services).parse(group) };
    if (by === "version") {
      const index = ready.indexOf(group);
      return { by, trainingId: group, number: index === -1 ? null : index + 1 };
    }
    const parts = presetGroup.exec(group)?.groups;
    return {
      by,
      presetId: parts?.["id"] ?? group,
      presetVersion: Number(parts?.["version"] ?? 0),
      changed: parts?.["changed"] !== undefined,
    };
  };
  const groups = rows
    .filter(({ week }) => week === null)
    .map((row) => ({
      ...figuresOf(row),
      name: nameOf(row.group),
      weeks: rows.flatMap((other) =>
        other.group === row.group && other.week !== null ? [{ ...figuresOf(other), from: other.week }] : [],
      ),
    }))
    .toSorted((a, b) => b.portraits - a.portraits);
  return {
    by,
    measuredWith: `${measure.modelVersion} ${measure.calibration}`,
    atMost: figurePortraits,
    groups,
    unscored: unscored.map(({ reason, portraits }) => ({
      reason: z.enum(unscoredReasons).parse(reason),
      portraits,
    })),
  };
};

const figuresOf = ({ portraits, likeness, naturalness, smile }: FigureRow) => ({
  portraits,
  likeness: spreadOf(likeness),
  naturalness: spreadOf(naturalness),
  smile: spreadOf(smile),
});

const spreadOf = ([low, middle, high]: FigureRow["likeness"]) => ({ low, middle, high });
