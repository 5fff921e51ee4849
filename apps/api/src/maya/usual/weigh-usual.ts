import { presetFor, presets, resolvePreset } from "@selfsame/flux-core";
import { listScoresOf, type PortraitScoreRow } from "../../measuring/portrait-score.store.ts";
import type { SubjectTransaction } from "../../studio/studio.ts";
import {
  type ChangeProposal,
  enoughEvidence,
  proposeChange,
  type SeenPortrait,
  type UsualParameter,
  type UsualValues,
} from "./propose-change.ts";
import {
  type AcceptedChangeRow,
  type JudgedPortraitRow,
  listAcceptedChanges,
  listJudgedPortraits,
} from "./usual.store.ts";

/** How far back is looked: a face, a model and a taste change. */
const lookedAt = 60;

/** What is known of the subject's usual settings. */
export interface WeighedUsual {
  readonly presetId: ChangeProposal["presetId"];
  readonly standing: readonly AcceptedChangeRow[];
  readonly proposal: ChangeProposal | null;
  /** Portraits with the present values that were measured, and that were kept or thrown away. */
  readonly measured: number;
  readonly decided: number;
}

/** Weighs what the subject kept, threw away and had measured on Maya's preset, and what that speaks for. */
export const weighUsual = async (tx: SubjectTransaction, subjectId: string): Promise<WeighedUsual> => {
  const { id: presetId } = presetFor("maya");
  const accepted = await listAcceptedChanges(tx, subjectId, presetId);
  const rows = await listJudgedPortraits(tx, subjectId, presetId, lookedAt);
  const scores = await listScoresOf(
    tx,
    rows.map(({ id }) => id),
  );
  const seen = rows.map((row) => seenPortrait(row, presetId, scores.get(row.id)));
  const standing = accepted.filter(({ endedAt }) => endedAt === null);
  const changed = Object.fromEntries(standing.map(({ parameter, after }) => [parameter, after]));
  const present: UsualValues = { ...valuesOf(presetId, {}), ...changed };
  const undoneAt: Partial<Record<UsualParameter, Date>> = {};
  for (const { parameter, endedAt } of accepted) if (endedAt !== null) undoneAt[parameter] = endedAt;
  const withPresent = seen.filter(({ values }) => values.guidance === present.guidance);
  return {
    presetId,
    standing,
    proposal: proposeChange({ presetId, present, seen, undoneAt }),
    measured: Math.min(
      withPresent.filter(({ isSmileWide }) => isSmileWide !== null).length,
      enoughEvidence.measuredInRow,
    ),
    decided: Math.min(
      withPresent.filter(({ verdict }) => verdict !== null).length,
      enoughEvidence.decidedEach,
    ),
  };
};

const valuesOf = (
  presetId: ChangeProposal["presetId"],
  changes: JudgedPortraitRow["changes"],
): UsualValues => {
  const resolved = resolvePreset(presetId, changes);
  // A change that is out of bounds by now was inside them when the portrait was made.
  const { guidance, numInferenceSteps, loraScale } = resolved.ok ? resolved.value : presets[presetId];
  return { guidance, numInferenceSteps, loraScale };
};

const seenPortrait = (
  { createdAt, kept, trashedAt, changes }: JudgedPortraitRow,
  presetId: ChangeProposal["presetId"],
  score: PortraitScoreRow | undefined,
): SeenPortrait => ({
  at: createdAt,
  values: valuesOf(presetId, changes),
  verdict: trashedAt !== null ? "thrown-away" : kept ? "kept" : null,
  isSmileWide: score?.naturalnessReasons?.includes("too-much-smile") ?? null,
  isLessLike:
    score?.likenessBand === undefined || score.likenessBand === null
      ? null
      : score.likenessBand === "weak" || score.likenessBand === "not-recognisable",
});
