import type { FormEvent } from "react";

import { useMayaWords } from "../../words/maya-words.ts";
import { useFormat } from "../../words/words-context.tsx";

/** The most characters of one turn; the api refuses more. */
const longest = 2_000;
/** From here on it is said how many turns there is room for. */
const fewTurns = 3;

interface WriteBoxProps {
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly onSend: () => void;
  /** Left out where the answer is not asked for from here. */
  readonly onStop: (() => void) | undefined;
  readonly answering: boolean;
  readonly turnsLeft: number | undefined;
}

/** Where one writes on; while Maya answers, its button stops her. */
export function WriteBox({ text, onWrite, onSend, onStop, answering, turnsLeft }: WriteBoxProps) {
  const maya = useMayaWords();
  const format = useFormat();
  const over = Array.from(text.trim()).length - longest;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (over <= 0 && !answering) onSend();
  }

  return (
    <form className="write" noValidate onSubmit={submit}>
      <label className="unseen" htmlFor="write">
        {maya.write}
      </label>
      <textarea
        id="write"
        rows={1}
        placeholder={maya.write}
        value={text}
        aria-describedby="write-hint"
        aria-invalid={over > 0 ? true : undefined}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
        }}
      />
      {answering && onStop !== undefined ? (
        <button type="button" className="press press-plain press-low" onClick={onStop}>
          {maya.stop}
        </button>
      ) : (
        <button
          type="submit"
          className="press press-plain press-low"
          aria-disabled={answering || text.trim() === "" || over > 0}
        >
          {maya.send}
        </button>
      )}
      <p className="tiny quiet write-hint" id="write-hint">
        {over > 0 ? (
          <span className="write-over">{maya.tooLong(format.count(over))}</span>
        ) : turnsLeft !== undefined && turnsLeft <= fewTurns ? (
          maya.turnsLeft(turnsLeft)
        ) : (
          maya.free
        )}{" "}
        <span className="write-keys">{maya.writeHint}</span>
      </p>
    </form>
  );
}
