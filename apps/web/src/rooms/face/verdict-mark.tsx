import type { SelfieJudgement } from "./selfie-judgement.ts";
import "./verdict-mark.css";

/** The sign of each verdict: a tick, a wave, a cross, three dots. */
const signs: Readonly<Record<SelfieJudgement["mark"], string>> = {
  yes: "M2 6.5 5 9.5 10 3",
  hm: "M2 7c1.6-2.6 3-2.6 4-1s2.4 1.6 4-1",
  no: "M3 3l6 6M9 3l-6 6",
  waiting: "M2.5 6h.01M6 6h.01M9.5 6h.01",
};

/** The sign alone; what it means stands beside it or is spoken. */
export function VerdictMark({ mark }: { mark: SelfieJudgement["mark"] }) {
  return (
    <span className="verdict-mark" data-mark={mark}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={signs[mark]} />
      </svg>
    </span>
  );
}
