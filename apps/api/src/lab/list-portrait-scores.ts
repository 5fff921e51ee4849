import { listScoresOf, type PortraitScoreRow } from "../measuring/portrait-score.store.ts";
import type { SubjectTransaction } from "../studio/studio.ts";
import type { PortraitScore } from "./portrait-score.ts";

/** What was measured of some portraits, by their ids; one that was not looked at yet is not there. */
export const listPortraitScores = async (
  tx: SubjectTransaction,
  portraitIds: readonly string[],
): Promise<ReadonlyMap<string, PortraitScore>> =>
  new Map([...(await listScoresOf(tx, portraitIds))].map(([id, row]) => [id, scoreOf(row)]));

const scoreOf = (row: PortraitScoreRow): PortraitScore => {
  const { likeness, naturalness, smile, modelVersion, calibration, reason } = row;
  const isWhole = likeness !== null && naturalness !== null && smile !== null;
  return isWhole && modelVersion !== null && calibration !== null
    ? { measured: true, likeness, naturalness, smile, modelVersion, calibration }
    : { measured: false, reason: reason ?? "unavailable" };
};
