import { CallProblem } from "../../parts/call-problem.tsx";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import type { PortraitDetail } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useTrash } from "../gallery/use-trash.ts";

/** Says of a portrait that it is in the trash, and takes it out. */
export function TrashedNotice({ portrait }: { portrait: PortraitDetail }) {
  const words = usePortraitWords();
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
