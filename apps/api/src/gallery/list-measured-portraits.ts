import { calibrations } from "@selfsame/likeness";
import { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { depictionOf } from "../measuring/depiction-of.ts";
import { listScoresOf } from "../measuring/portrait-score.store.ts";
import { scoreView, toScoreView } from "../measuring/score-view.ts";
import { unscoredReasons } from "../measuring/unscored-reason.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { countUnplaced, listByScore, type MeasuredPart } from "./measured-portrait.store.ts";
import { listPortraitsById } from "./portrait.store.ts";
import { portraitView, toPortraitView } from "./portrait-view.ts";
import { encodeScoreCursor } from "./score-cursor.ts";

/** A page of portraits by score. */
export const measuredPage = z.object({
  portraits: z.array(portraitView.extend({ score: scoreView })),
  nextCursor: z.string().nullable(),
  /** Why others, narrowed alike but for their numbers, have no place here; null on every page but the first. */
  unplaced: z
    .array(
      z.object({ reason: z.enum([...unscoredReasons, "waiting", "other-constants"]), portraits: z.int() }),
    )
    .nullable(),
});

/**
 * The caller's portraits by likeness or naturalness, the best first, a page at a time. Those without a number are not
 * among them, and neither are numbers that today's networks and constants have not made.
 *
 * @throws DomainError `measuring_off`
 */
export const listMeasuredPortraits = async (
  studio: Studio,
  caller: Caller,
  part: Omit<MeasuredPart, "measuredWith">,
): Promise<z.infer<typeof measuredPage>> => {
  const { faces, settings } = studio;
  if (faces === null) throw new DomainError("measuring_off", {});
  const calibration = calibrations[depictionOf({ drawn: settings.simulated })].version;
  const measuredWith = { modelVersion: faces.modelVersion, calibration };
  const { places, rows, scores, unplaced } = await studio.readingAs(caller.subjectId, async (tx) => {
    const found = await listByScore(tx, caller.subjectId, { ...part, measuredWith });
    const ids = found.map(({ id }) => id);
    return {
      places: found,
      rows: new Map((await listPortraitsById(tx, ids)).map((row) => [row.id, row])),
      scores: await listScoresOf(tx, ids),
      unplaced:
        part.after === null ? await countUnplaced(tx, caller.subjectId, { sift: part, measuredWith }) : null,
    };
  });
  const last = places.length === part.limit ? places.at(-1) : undefined;
  return {
    portraits: places.flatMap(({ id }) => {
      const row = rows.get(id);
      return row === undefined ? [] : [{ ...toPortraitView(row), score: toScoreView(faces, scores.get(id)) }];
    }),
    nextCursor: last === undefined ? null : encodeScoreCursor(last),
    unplaced,
  };
};
