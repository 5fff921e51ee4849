import { CallProblem } from "../../parts/call-problem.tsx";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import type { PortraitDetail } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { useTrash } from "../gallery/use-trash.ts";

/** Says of a portrait that it is in the trash, and takes it out. */
export function TrashedNotice({ portrait }: { portrait: PortraitDetail }) {
  const { portrait: words } = useWords();
  const trash = useTrash();
  return (
    <>
      <ProblemNotice what={words.trashedTitle} fix={words.trashedLead}>
        <button type="button" className="word" onClick={() => trash.restore([portrait])}>
          {words.restore}
        </button>
      </ProblemNotice>
      {trash.error !== null && <CallProblem error={trash.error} />}
    </>
  );
}
