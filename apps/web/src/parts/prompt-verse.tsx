import { useAnnounce } from "../shell/announcer.tsx";
import type { PromptPreview } from "../views/views.ts";
import { useWords } from "../words/words-context.tsx";
import { Blank } from "./blank.tsx";
import { CallProblem } from "./call-problem.tsx";
import { Verse } from "./verse.tsx";
import { Waiting } from "./waiting.tsx";
import "./prompt-verse.css";

interface PromptVerseProps {
  /** The prompt as it is being read. */
  readonly preview: { readonly data: PromptPreview | undefined; readonly error: unknown };
}

/** A prompt before it is sent, clause by clause, with its counts and a way to copy it. */
export function PromptVerse({ preview: { data, error } }: PromptVerseProps) {
  const words = useWords().studio.preview;
  const announce = useAnnounce();

  async function copy(prompt: string) {
    try {
      await navigator.clipboard.writeText(prompt);
      announce(words.copied);
    } catch {
      announce(words.copyFailed);
    }
  }

  if (error !== null) return <CallProblem error={error} />;
  if (data === undefined)
    return (
      <Waiting>
        {[28, 34, 22].map((characters) => (
          <Blank key={characters} shape={{ characters }} />
        ))}
      </Waiting>
    );
  return (
    <>
      <Verse clauses={data.clauses} notes={data.notes} />
      <p className="small quiet prompt-foot">
        {words.summary(data.tokens.t5, data.triggerCount)}{" "}
        <button type="button" className="word" onClick={() => void copy(data.prompt)}>
          {words.copy}
        </button>
      </p>
    </>
  );
}
