import { useMemo } from "react";

import type { PromptClause, PromptNote } from "../views/views.ts";
import { usePortraitWords } from "../words/use-portrait-words.ts";
import { keyed } from "./keyed.ts";
import { setVerse, type VerseLine } from "./verse-lines.ts";
import "./verse.css";

interface VerseProps {
  readonly clauses: readonly PromptClause[];
  readonly notes?: readonly PromptNote[];
}

const noNotes: readonly PromptNote[] = [];

/** A prompt as one reads it: clause by clause, with where each came from and what was changed. */
export function Verse({ clauses, notes = noNotes }: VerseProps) {
  const portrait = usePortraitWords();
  const { lines, remarks } = useMemo(() => setVerse(clauses, notes), [clauses, notes]);
  return (
    <>
      <ol className="verse" aria-label={portrait.clausesLabel}>
        {keyed(lines, textOf).map(({ key, item: { origin, pieces, changes } }) => (
          <li key={key} data-origin={origin}>
            <span>
              {keyed(pieces, ({ text }) => text).map(({ key: pieceKey, item: { text, struck } }) =>
                struck ? <s key={pieceKey}>{text}</s> : <span key={pieceKey}>{text}</span>,
              )}
            </span>
            <small>{changes.length > 0 ? changes.join(" ") : portrait.from[origin]}</small>
          </li>
        ))}
      </ol>
      {remarks.map((remark) => (
        <p key={remark} className="small quiet verse-remark">
          {remark}
        </p>
      ))}
    </>
  );
}

function textOf({ pieces }: VerseLine): string {
  return pieces.map(({ text }) => text).join("");
}
