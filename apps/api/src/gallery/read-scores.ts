import { listScoresOf } from "../measuring/portrait-score.store.ts";
import { type ScoreView, toScoreView } from "../measuring/score-view.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listPortraitsById } from "./portrait.store.ts";

/** How those of some portraits that are the caller's measure; what is nobody's or somebody else's is left out. */
export const readScores = (
  studio: Studio,
  caller: Caller,
  portraitIds: readonly string[],
): Promise<{ portraitId: string; score: ScoreView }[]> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const own = await listPortraitsById(tx, portraitIds);
    const scores = await listScoresOf(
      tx,
      own.map(({ id }) => id),
    );
    return own.map(({ id: portraitId }) => ({
      portraitId,
      score: toScoreView(studio.faces, scores.get(portraitId)),
    }));
  });
