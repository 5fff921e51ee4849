import type { PresetId } from "@selfsame/flux-core";

/** What may be proposed to change of a preset. */
export type UsualParameter = "guidance" | "numInferenceSteps" | "loraScale";

/** The values of a preset that may change, as they stand or as a portrait was made with them. */
export type UsualValues = Readonly<Record<UsualParameter, number>>;

/** A portrait as far as it says something about the settings it was made with. */
export interface SeenPortrait {
  readonly at: Date;
  readonly values: UsualValues;
  /** What the person did with it; null while they did neither. */
  readonly verdict: "kept" | "thrown-away" | null;
  /** Whether it smiles more than was asked for; null when it was not measured. */
  readonly isSmileWide: boolean | null;
  /** Whether it is less like the person than their own photos are; null when it was not measured. */
  readonly isLessLike: boolean | null;
}

/** How many of the portraits that were decided on were kept. */
export interface KeptShare {
  readonly kept: number;
  readonly decided: number;
}

/** What a proposal rests on. */
export type ProposalReason =
  | { readonly kind: "wide-smiles"; readonly count: number }
  | { readonly kind: "less-like"; readonly count: number }
  | { readonly kind: "kept"; readonly before: KeptShare; readonly after: KeptShare };

/** A change of one value of a preset, with what it rests on. */
export interface ChangeProposal {
  readonly presetId: PresetId;
  readonly parameter: UsualParameter;
  readonly before: number;
  readonly after: number;
  readonly reason: ProposalReason;
}

/** What a rule needs before it says anything. */
export const enoughEvidence = Object.freeze({
  /** Measured portraits in a row that all say the same. */
  measuredInRow: 4,
  /** Portraits kept or thrown away, for each of two values. */
  decidedEach: 8,
});

/** The head of the seed note, and the guidance of the default preset: what the excursions came back to. */
const calmGuidance = 2.8;
const guidanceStep = 0.3;
const lowestGuidance = 2;
const scaleStep = 0.05;
/** Above it the face is overdrawn: the predecessor's excursions came back to 0.9 to 1.15. */
const highestScale = 1.15;
/** 95 %, two-sided. */
const z = 1.96;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Wilson's interval of a share. */
const interval = ({ kept, decided }: KeptShare): { readonly from: number; readonly to: number } => {
  const share = kept / decided;
  const middle = (share + z ** 2 / (2 * decided)) / (1 + z ** 2 / decided);
  const half =
    (z / (1 + z ** 2 / decided)) * Math.sqrt((share * (1 - share)) / decided + z ** 2 / (4 * decided ** 2));
  return { from: middle - half, to: middle + half };
};

/** How many of the newest measured portraits agree, or null when they are too few or differ. */
const allOfTheLast = (
  seen: readonly SeenPortrait[],
  says: (portrait: SeenPortrait) => boolean | null,
): number | null => {
  const last = seen.filter((one) => says(one) !== null).slice(0, enoughEvidence.measuredInRow);
  return last.length === enoughEvidence.measuredInRow && last.every((one) => says(one) === true)
    ? last.length
    : null;
};

const keptAmong = (seen: readonly SeenPortrait[]): KeptShare => {
  const decided = seen.filter(({ verdict }) => verdict !== null);
  return { kept: decided.filter(({ verdict }) => verdict === "kept").length, decided: decided.length };
};

/** The value that was kept clearly more often than the present one: the intervals of the two do not touch. */
const keptMore = (
  seen: readonly SeenPortrait[],
  parameter: UsualParameter,
  present: number,
): { readonly after: number; readonly reason: ProposalReason } | null => {
  const before = keptAmong(seen.filter(({ values }) => values[parameter] === present));
  if (before.decided < enoughEvidence.decidedEach) return null;
  const others = [...new Set(seen.map(({ values }) => values[parameter]))].filter(
    (value) => value !== present,
  );
  for (const value of others.toSorted((one, other) => one - other)) {
    const after = keptAmong(seen.filter(({ values }) => values[parameter] === value));
    if (after.decided >= enoughEvidence.decidedEach && interval(after).from > interval(before).to)
      return { after: value, reason: { kind: "kept", before, after } };
  }
  return null;
};

/**
 * One change of a preset's present values that what was seen speaks for, or `null` when that says too little. Only
 * portraits made with the present value speak for leaving it, and a change is not proposed again by what was known
 * when it was undone.
 *
 * @param seen portraits of this preset, newest first
 * @param undoneAt when a change of a parameter was last taken back
 */
export const proposeChange = ({
  presetId,
  present,
  seen,
  undoneAt,
}: {
  readonly presetId: PresetId;
  readonly present: UsualValues;
  readonly seen: readonly SeenPortrait[];
  readonly undoneAt: Readonly<Partial<Record<UsualParameter, Date>>>;
}): ChangeProposal | null => {
  const fresh = (parameter: UsualParameter): readonly SeenPortrait[] => {
    const since = undoneAt[parameter];
    return since === undefined ? seen : seen.filter(({ at }) => at > since);
  };
  const withPresent = (parameter: UsualParameter): readonly SeenPortrait[] =>
    fresh(parameter).filter(({ values }) => values[parameter] === present[parameter]);
  const change = (parameter: UsualParameter, after: number, reason: ProposalReason): ChangeProposal | null =>
    after === present[parameter] ? null : { presetId, parameter, before: present[parameter], after, reason };

  const wide = allOfTheLast(withPresent("guidance"), ({ isSmileWide }) => isSmileWide);
  if (wide !== null) {
    const { guidance } = present;
    const lower =
      guidance > calmGuidance
        ? calmGuidance
        : Math.min(guidance, Math.max(lowestGuidance, rounded(guidance - guidanceStep)));
    const proposal = change("guidance", lower, { kind: "wide-smiles", count: wide });
    if (proposal !== null) return proposal;
  }
  const unlike = allOfTheLast(withPresent("loraScale"), ({ isLessLike }) => isLessLike);
  if (unlike !== null) {
    const higher = Math.max(
      present.loraScale,
      Math.min(highestScale, rounded(present.loraScale + scaleStep)),
    );
    const proposal = change("loraScale", higher, { kind: "less-like", count: unlike });
    if (proposal !== null) return proposal;
  }
  for (const parameter of ["guidance", "loraScale", "numInferenceSteps"] as const) {
    const better = keptMore(fresh(parameter), parameter, present[parameter]);
    if (better !== null) return change(parameter, better.after, better.reason);
  }
  return null;
};
