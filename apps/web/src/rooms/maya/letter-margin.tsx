import type { ConversationView } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { UsualNote } from "./usual-note.tsx";

/** What Maya goes by, and who she is in this studio. */
export function LetterMargin({ stylist }: { stylist: ConversationView["stylist"] | undefined }) {
  const { margin } = useMayaWords();
  return (
    <>
      <section>
        <h2>{margin.goesBy}</h2>
        <p>{margin.goesByText}</p>
      </section>
      <UsualNote />
      {stylist !== undefined && (
        <section>
          <h2>{margin.who}</h2>
          <p>{margin[stylist]}</p>
        </section>
      )}
    </>
  );
}
