import type { ArmComparisonView, VerdictView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { Plot } from "./plot.tsx";

const measures = ["likeness", "naturalness", "smile"] as const;

/** Every comparison that was asked for: its sentence, its figures, its plots. */
export function ArmComparisons({ verdict: { comparisons, questions, told } }: { verdict: VerdictView }) {
  const words = useLabWords().experiment;
  return (
    <section className="lab-comparisons">
      <h2 className="state">{words.comparisons}</h2>
      {comparisons.map((comparison, place) => (
        <article key={comparison.arms.join()}>
          <h3>{comparison.sentence}</h3>
          {comparison.speedSentence !== null && <p className="small quiet">{comparison.speedSentence}</p>}
          <Figures comparison={comparison} />
          {place !== told && comparison.plots.length > 0 && (
            <details>
              <summary>{words.plots}</summary>
              <div className="plots">
                {comparison.plots.map((plot) => (
                  <Plot key={plot.id} plot={plot} />
                ))}
              </div>
            </details>
          )}
        </article>
      ))}
      <p className="small quiet">{words.questions(questions)}</p>
    </section>
  );
}

function Figures({ comparison }: { comparison: ArmComparisonView }) {
  const words = useLabWords().experiment;
  const format = useFormat();
  const signed = (value: number) => format.difference(value);
  const { names, votes } = comparison;
  const nameOf = (side: "first" | "second") => (side === "first" ? names[0] : names[1]);
  const cast = votes.first + votes.second + votes.neither;
  return (
    <div className="lab-figures">
      <table>
        <caption className="unseen">{comparison.sentence}</caption>
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col">{words.difference}</th>
            <th scope="col">{words.pairsColumn}</th>
            <th scope="col">{words.p}</th>
            <th scope="col">{words.figures}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => {
            const found = comparison.measures[measure];
            if (!found.compared) {
              return (
                <tr key={measure}>
                  <th scope="row">{words.measures[measure]}</th>
                  <td colSpan={4}>{words.notMeasured}</td>
                </tr>
              );
            }
            const [low, high] = found.interval;
            const [worstFirst, worstSecond] = found.worst;
            const better =
              found.better === null
                ? `${words.notClear}${found.pairsNeeded === null ? "" : `; ${words.needed(found.pairsNeeded)}`}`
                : measure === "smile"
                  ? words.calmer(nameOf(found.better))
                  : words.clear(nameOf(found.better));
            return (
              <tr key={measure}>
                <th scope="row">{words.measures[measure]}</th>
                <td>
                  {signed(found.medianDifference)} ({signed(low)} … {signed(high)})
                </td>
                <td>
                  {format.count(found.pairs)}
                  {found.leftOut > 0 && <small>{words.leftOut(found.leftOut)}</small>}
                  {worstFirst + worstSecond > 0 && <small>{words.worst(worstFirst, worstSecond)}</small>}
                </td>
                <td>{found.adjustedP < 0.001 ? "< 0.001" : found.adjustedP.toFixed(3)}</td>
                <td className={found.better === null ? undefined : "lab-clear"}>{better}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{words.measures.votes}</th>
            <td>{cast === 0 ? "–" : words.votesCount(votes.first, votes.second, votes.neither)}</td>
            <td>{format.count(cast)}</td>
            <td>{cast === 0 ? "–" : votes.adjustedP < 0.001 ? "< 0.001" : votes.adjustedP.toFixed(3)}</td>
            <td className={votes.better === null ? undefined : "lab-clear"}>
              {votes.better === null ? words.notClear : words.chosen(nameOf(votes.better))}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
