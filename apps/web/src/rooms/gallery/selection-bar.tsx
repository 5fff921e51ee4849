import { useEffect } from "react";

import { useAnnounce } from "../../shell/announcer.tsx";
import type { PortraitView } from "../../views/views.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { DownloadSelected } from "./download-selected.tsx";
import "./undo-notice.css";

interface SelectionBarProps {
  readonly portraits: readonly PortraitView[];
  readonly onKeep: () => void;
  readonly onTrash: () => void;
  readonly onCompare: () => void;
  readonly onEnd: () => void;
}

/** What is selected, how much of it, and what can be done with it. */
export function SelectionBar({ portraits, onKeep, onTrash, onCompare, onEnd }: SelectionBarProps) {
  const gallery = useGalleryWords();
  const announce = useAnnounce();
  const count = portraits.length;
  useEffect(() => {
    if (count > 0) announce(gallery.selected(count));
  }, [announce, gallery, count]);
  return (
    <fieldset className="selection-bar" aria-label={gallery.selectionLabel}>
      <span className="numbers">{gallery.selected(count)}</span>
      <button type="button" className="word" disabled={count === 0} onClick={onKeep}>
        {count > 0 && portraits.every(({ kept }) => kept) ? gallery.letGo : gallery.keep}
      </button>
      <button type="button" className="word" disabled={count !== 2} onClick={onCompare}>
        {gallery.compare}
      </button>
      <DownloadSelected portraits={portraits} />
      <button type="button" className="word" disabled={count === 0} onClick={onTrash}>
        {gallery.moveToTrash}
      </button>
      <button type="button" className="word" onClick={onEnd}>
        {gallery.selectEnd}
      </button>
    </fieldset>
  );
}
