import { OwnRangeBar } from "../../parts/own-range-bar.tsx";
import type { MeasurementView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { type Measure, measuresOf } from "./measures-of.ts";
import "./measures.css";

/** How a portrait measures against the person's own photos: three quiet bars, or why there are none. */
export function Measures({ measurement }: { measurement: MeasurementView }) {
  const measuring = useMeasuringWords();
  if (measurement.state !== "scored") {
    const why =
      measurement.state === "unscored"
        ? measuring.unscored[measurement.reason]
        : measuring[measurement.state];
    return <output className="measures-none small quiet">{why}</output>;
  }
  return (
    <div className="measures">
      {measuresOf(measuring, measurement).map((measure) => (
        <MeasureBar key={measure.title} measure={measure} />
      ))}
      <details className="measures-how small">
        <summary>{measuring.how.open}</summary>
        <dl>
          <dt>{measuring.likeness.title}</dt>
          <dd>{measuring.how.likeness}</dd>
          <dt>{measuring.expression.title}</dt>
          <dd>{measuring.how.expression}</dd>
          <dt>{measuring.skin.title}</dt>
          <dd>{measuring.how.skin}</dd>
        </dl>
        <p>{measuring.how.where(measurement.references)}</p>
        <p className="quiet">{measuring.how.by(measurement.measuredWith)}</p>
      </details>
    </div>
  );
}

function MeasureBar({ measure }: { measure: Measure }) {
  const { title, verdict, tone, bar, from, to, sentences } = measure;
  return (
    <section className="measure">
      <div className="measure-head">
        <h2>{title}</h2>
        <span data-tone={tone}>{verdict}</span>
      </div>
      {bar !== null && (
        <>
          <OwnRangeBar own={bar.own} at={bar.at} />
          <div className="measure-ends" aria-hidden="true">
            <span>{from}</span>
            <span>{to}</span>
          </div>
        </>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
