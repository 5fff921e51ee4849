import { type ArmComparison, type ExperimentVerdict, likenessMargin, type Side } from "@selfsame/likeness";

type Names = readonly [first: string, second: string];

const named = ([first, second]: Names, side: Side): string => (side === "first" ? first : second);
const other = (side: Side): Side => (side === "first" ? "second" : "first");

/** Below this a clear difference is a small one: half of what may be lost in the other measure. */
const littleBelow = likenessMargin / 2;

/** "more natural", or "a little more natural": a difference can be certain and small. */
const more = (found: ArmComparison["measures"]["likeness"], words: string): string =>
  found.compared && Math.abs(found.medianDifference) < littleBelow ? `a little ${words}` : words;

/** A sentence begins with a capital, also where a name does not. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What two arms come to, as one sentence. */
export const comparisonSentence = (comparison: ArmComparison, names: Names): string => {
  const { outcome, votes, measures } = comparison;
  const moreLike = more(measures.likeness, "more like you");
  const moreNatural = more(measures.naturalness, "more natural");
  switch (outcome.kind) {
    case "winner": {
      const [better, worse] = [named(names, outcome.side), named(names, other(outcome.side))];
      const inLikeness = outcome.by.includes("likeness");
      const inNaturalness = outcome.by.includes("naturalness");
      if (inLikeness && inNaturalness)
        return sentence(`${better} looks ${moreLike} than ${worse}, and is ${moreNatural}.`);
      if (inLikeness) return sentence(`${better} looks ${moreLike} than ${worse}, and is just as natural.`);
      if (inNaturalness)
        return sentence(`${better} is ${moreNatural} than ${worse}, and looks just as much like you.`);
      const wins = outcome.side === "first" ? votes.first : votes.second;
      const measured = measures.likeness.compared
        ? "what was measured shows no clear difference"
        : "nothing was measured";
      return sentence(
        `${better} was chosen over ${worse} in ${wins} of ${votes.decided} blind votes; ${measured}.`,
      );
    }
    case "trade-off":
      return sentence(
        `${named(names, outcome.likeness)} looks ${moreLike}, ${named(names, outcome.naturalness)} is ${moreNatural}: neither is better in both.`,
      );
    case "at-a-price": {
      const [better, worse] = [named(names, outcome.side), named(names, other(outcome.side))];
      return outcome.by === "naturalness"
        ? sentence(
            `${better} is ${moreNatural} than ${worse}, but it was not shown that it looks as much like you.`,
          )
        : sentence(`${better} looks ${moreLike} than ${worse}, but it was not shown that it is as natural.`);
    }
    case "at-odds":
      return sentence(
        `What was measured speaks for ${named(names, outcome.measured)}, your votes for ${named(names, outcome.voted)}: no winner.`,
      );
    case "no-clear-difference": {
      const { smile } = measures;
      if (smile.compared && smile.better !== null) {
        const [calmer, wider] = [named(names, smile.better), named(names, other(smile.better))];
        return sentence(
          `${calmer} smiles ${more(smile, "less")} than ${wider}; in likeness and naturalness there is no clear difference.`,
        );
      }
      return outcome.morePairs === null
        ? `No clear difference between ${names[0]} and ${names[1]}, and none that more pairs would settle soon.`
        : `No clear difference between ${names[0]} and ${names[1]}: about ${outcome.morePairs} more ${outcome.morePairs === 1 ? "pair" : "pairs"} would tell.`;
    }
    case "not-measured":
      return `Nothing is known yet of ${names[0]} and ${names[1]}: no pair was measured and nobody has voted.`;
  }
};

/** The comparison that is told first: the winner's, else the first clear one, else the first that was asked for. */
export const toldFirst = ({ comparisons, winner }: ExperimentVerdict): number => {
  const won = comparisons.findIndex(
    ({ arms, outcome }) =>
      winner !== null && outcome.kind === "winner" && arms[outcome.side === "first" ? 0 : 1] === winner,
  );
  if (won >= 0) return won;
  const clear = comparisons.findIndex(
    ({ outcome }) => outcome.kind !== "no-clear-difference" && outcome.kind !== "not-measured",
  );
  if (clear >= 0) return clear;
  const calmer = comparisons.findIndex(({ measures: { smile } }) => smile.compared && smile.better !== null);
  return Math.max(0, calmer);
};

/** Whether the first arm is as fast as the second, as one sentence; null while it was not timed. */
export const speedSentence = ({ speed }: ArmComparison, [first, second]: Names): string | null => {
  if (speed === null) return null;
  const [one, two] = speed.medians;
  const figures = `${one.toFixed(1)} s against ${two.toFixed(1)} s in the middle, on ${speed.n} pairs`;
  return speed.verdict === "not-inferior"
    ? sentence(`${first} is as fast as ${second}, within a tenth: ${figures}.`)
    : sentence(`it was not shown that ${first} is as fast as ${second}: ${figures}.`);
};
