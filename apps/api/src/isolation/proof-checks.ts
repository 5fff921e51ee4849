import pLimit from "p-limit";
import type { Clock } from "../clock/clock.ts";

/** A check that was made, and how much of memory it takes. */
export interface MadeCheck {
  readonly checkedAt: Date;
  /** The portraits that it tells of. */
  readonly portraits: readonly unknown[];
}

/**
 * The checks that this process makes for people who ask for their proof. Each reads everything of one subject, so they
 * are made one after the other, and a long list is paged out of the check that its first page made: the moment of the
 * check stands on every page.
 */
export interface ProofChecks<T extends MadeCheck> {
  /** Checks now, whatever was checked before. */
  readonly anew: (subjectId: string, check: () => Promise<T>) => Promise<T>;
  /** What was checked shortly before; checks now where nothing is kept. */
  readonly goOn: (subjectId: string, check: () => Promise<T>) => Promise<T>;
}

/** Long enough to page on, short enough that nobody takes it for the present. */
export const keptCheckMs = 120_000;
const mostKept = { checks: 50, portraits: 20_000 };

/** Makes a keeper of checks; what it keeps is bounded, and goes with the process. */
export const createProofChecks = <T extends MadeCheck>(clock: Clock): ProofChecks<T> => {
  const oneAtATime = pLimit(1);
  const kept = new Map<string, T>();
  const isFresh = ({ checkedAt }: T): boolean => clock.now().getTime() - checkedAt.getTime() < keptCheckMs;
  const keep = (subjectId: string, made: T): void => {
    kept.delete(subjectId);
    kept.set(subjectId, made);
    let portraits = [...kept.values()].reduce((sum, check) => sum + check.portraits.length, 0);
    for (const [oldest, check] of kept) {
      if (isFresh(check) && kept.size <= mostKept.checks && portraits <= mostKept.portraits) return;
      kept.delete(oldest);
      portraits -= check.portraits.length;
    }
  };
  const anew: ProofChecks<T>["anew"] = (subjectId, check) =>
    oneAtATime(async () => {
      const made = await check();
      keep(subjectId, made);
      return made;
    });
  return {
    anew,
    goOn: async (subjectId, check) => {
      const before = kept.get(subjectId);
      return before !== undefined && isFresh(before) ? before : anew(subjectId, check);
    },
  };
};
