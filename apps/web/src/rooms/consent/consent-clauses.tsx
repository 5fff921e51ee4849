import { Blank } from "../../parts/blank.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import type { ConsentText } from "../../views/views.ts";
import { useAccountWords } from "../../words/account-words.ts";
import "./consent-clauses.css";

interface ConsentClausesProps {
  readonly text: ConsentText | undefined;
  /** Clauses that stand elsewhere, because they are ticked one by one. */
  readonly without?: readonly string[];
}

const none: readonly string[] = [];

/** The clauses of the consent, one under the other. */
export function ConsentClauses({ text, without = none }: ConsentClausesProps) {
  const account = useAccountWords();
  if (text === undefined) {
    return (
      <Waiting className="consent-clauses">
        {[46, 52, 58, 50, 44].map((characters) => (
          <Blank key={characters} shape={{ characters }} />
        ))}
      </Waiting>
    );
  }
  return (
    <ol className="consent-clauses" aria-label={account.consent.clausesLabel} lang={text.language}>
      {text.clauses
        .filter(({ id }) => !without.includes(id))
        .map(({ id, text: clause }) => (
          <li key={id}>{clause}</li>
        ))}
    </ol>
  );
}
