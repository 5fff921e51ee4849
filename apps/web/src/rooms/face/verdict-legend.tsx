import { useMeasuringWords } from "../../words/measuring-words.ts";
import type { SelfieJudgement } from "./selfie-judgement.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** How many of the sheet are good, could be better, are left out; nothing where nothing is judged. */
export function VerdictLegend({ judgements }: { judgements: readonly (SelfieJudgement | null)[] }) {
  const { coach } = useMeasuringWords();
  const count = (mark: SelfieJudgement["mark"]) =>
    judgements.filter((judgement) => judgement?.mark === mark).length;
  const lines = (
    [
      ["yes", coach.legendGood],
      ["hm", coach.legendCould],
      ["no", coach.legendLeftOut],
      ["waiting", coach.legendWaiting],
    ] as const
  ).filter(([mark]) => count(mark) > 0);
  if (lines.length === 0) return null;
  return (
    <ul className="verdict-legend">
      {lines.map(([mark, words]) => (
        <li key={mark}>
          <VerdictMark mark={mark} />
          {words(count(mark))}
        </li>
      ))}
    </ul>
  );
}
