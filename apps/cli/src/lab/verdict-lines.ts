import type { VerdictView } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";

const measures = ["likeness", "naturalness", "smile"] as const;

/** A verdict for a person to read: the sentence first, then every comparison with its figures. */
export function verdictLines({ sentence, basis, comparisons, questions, simulated }: VerdictView): string[] {
  return [
    sentence,
    basis,
    ...(simulated
      ? ["Drawn by the simulator: this shows its model of FLUX, and proves nothing about FLUX itself."]
      : []),
    ...comparisons.flatMap((comparison) => ["", ...comparisonLines(comparison)]),
    "",
    `${questions} questions share one level of 0.05 (Holm).`,
  ];
}

function comparisonLines(comparison: VerdictView["comparisons"][number]): string[] {
  const { names, votes } = comparison;
  const nameOf = (side: "first" | "second") => (side === "first" ? names[0] : names[1]);
  const rows = measures.map((measure) => {
    const found = comparison.measures[measure];
    if (!found.compared) return [measure, "not measured", "", "", ""];
    const [low, high] = found.interval;
    return [
      measure,
      `${signed(found.medianDifference)} (${signed(low)} to ${signed(high)})`,
      found.pairs,
      pInWords(found.adjustedP),
      found.better === null
        ? `no clear difference${found.pairsNeeded === null ? "" : `; about ${found.pairsNeeded} pairs would tell`}`
        : `${nameOf(found.better)} is ${measure === "smile" ? "calmer" : "better"}`,
    ];
  });
  const cast = votes.first + votes.second + votes.neither;
  const voted =
    cast === 0
      ? []
      : [
          [
            "votes",
            `${votes.first} to ${votes.second}`,
            cast,
            pInWords(votes.adjustedP),
            votes.better === null ? "no clear difference" : `${nameOf(votes.better)} was chosen`,
          ],
        ];
  return [
    comparison.sentence,
    ...(comparison.speedSentence === null ? [] : [comparison.speedSentence]),
    ...formatTable(["measure", "difference (95 in 100)", "pairs", "p", "so"], [...rows, ...voted]),
  ];
}

const signed = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
const pInWords = (p: number): string => (p < 0.001 ? "<0.001" : p.toFixed(3));
