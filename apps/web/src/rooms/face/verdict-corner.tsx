import { useId } from "react";

import type { SelfieJudgement } from "./selfie-judgement.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** A selfie's verdict in its corner; its words on hover and focus, and always for a screen reader. */
export function VerdictCorner({ judgement }: { judgement: SelfieJudgement }) {
  const wordsId = useId();
  return (
    <>
      <button type="button" className="verdict-corner" aria-labelledby={wordsId}>
        <VerdictMark mark={judgement.mark} />
      </button>
      <p className="verdict-words" role="tooltip" id={wordsId}>
        {judgement.spoken}
      </p>
    </>
  );
}
