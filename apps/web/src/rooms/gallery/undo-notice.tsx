import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import type { PortraitView } from "../../views/views.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { lastTrashedKey, useTrash } from "./use-trash.ts";
import "./undo-notice.css";

/** Says what was put into the trash last and takes it back; it stays until it is used, closed or outdone. */
export function UndoNotice({ onUndone }: { onUndone?: (portraitId: string) => void }) {
  const words = useGalleryWords();
  const trash = useTrash();
  const last = useQuery<readonly PortraitView[] | null>({
    queryKey: lastTrashedKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
  }).data;
  const first = last?.[0];
  if (last === null || first === undefined) return null;
  return (
    <aside className="undo-notice" aria-label={words.undoLabel}>
      <span>{words.trashed(last.length)}</span>
      <button type="button" className="word" onClick={() => trash.restore(last, () => onUndone?.(first.id))}>
        {words.undo}
      </button>
      <Link className="word" to="/gallery/trash" onClick={trash.forget}>
        {words.toTrash}
      </Link>
      <button type="button" className="word" onClick={trash.forget}>
        {words.dismiss}
      </button>
      {trash.error !== null && <CallProblem error={trash.error} />}
    </aside>
  );
}
