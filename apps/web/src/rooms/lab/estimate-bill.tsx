import { Bill } from "../../parts/bill.tsx";
import { Blank } from "../../parts/blank.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import type { EstimateView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";

/** What an experiment would be and cost, as far as it is known. */
export function EstimateBill({ estimate }: { estimate: EstimateView | undefined }) {
  const lab = useLabWords();
  const { credits } = useWords();
  const words = lab.design;
  const format = useFormat();
  if (estimate === undefined) {
    return (
      <Waiting>
        <Blank shape={{ characters: 20 }} />
      </Waiting>
    );
  }
  const { cells, pairs, predictSeconds, timedPortraits, fewestPairs } = estimate;
  return (
    <>
      <Bill
        lines={[
          { label: words.cells, value: format.count(cells) },
          { label: words.pairs, value: format.count(pairs) },
          { label: words.price, value: credits.inCredits(estimate.credits) },
          {
            label: words.time,
            value:
              predictSeconds === null
                ? words.timeUnknown
                : words.timeKnown(words.minutes(Math.round(predictSeconds / 60)), timedPortraits),
          },
        ]}
      />
      {pairs < fewestPairs && <p className="small design-few">{words.tooFewPairs(pairs, fewestPairs)}</p>}
    </>
  );
}
