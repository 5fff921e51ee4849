import { useState, type FormEvent } from "react";

import { useMayaWords } from "../../words/maya-words.ts";
import { useEscape } from "./use-escape.ts";

interface YoursTurnProps {
  readonly text: string;
  /** Only for the last turn, while nothing was made from its answer. */
  readonly onSayInstead: ((text: string) => Promise<boolean>) | undefined;
}

/** What the person wrote; the last turn can be put in other words. */
export function YoursTurn({ text, onSayInstead }: YoursTurnProps) {
  const maya = useMayaWords();
  const [draft, setDraft] = useState<string | null>(null);
  useEscape(() => setDraft(null), draft !== null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = draft?.trim() ?? "";
    if (said === "" || onSayInstead === undefined) return;
    if (await onSayInstead(said)) setDraft(null);
  }

  return (
    <div className="yours">
      <span className="yours-name">{maya.you}</span>
      {draft === null || onSayInstead === undefined ? (
        <>
          <p className="yours-text">{text}</p>
          {onSayInstead !== undefined && (
            <button type="button" className="word" onClick={() => setDraft(text)}>
              {maya.editTurn}
            </button>
          )}
        </>
      ) : (
        <form className="yours-form" onSubmit={(event) => void submit(event)}>
          <textarea
            aria-label={maya.editLabel}
            value={draft}
            maxLength={2_000}
            ref={(field) => {
              if (field !== null && !field.matches(":focus") && field.dataset["met"] === undefined) {
                field.dataset["met"] = "";
                field.focus();
                field.setSelectionRange(field.value.length, field.value.length);
              }
            }}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing)
                void submit(event);
            }}
          />
          <div className="yours-ways">
            <button type="submit" className="press press-plain press-low" aria-disabled={draft.trim() === ""}>
              {maya.sayInstead}
            </button>
            <button type="button" className="word" onClick={() => setDraft(null)}>
              {maya.leave}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
