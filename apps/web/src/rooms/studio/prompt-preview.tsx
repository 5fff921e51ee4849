import { Collapsible } from "@base-ui/react/collapsible";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { PromptVerse } from "../../parts/prompt-verse.tsx";
import { useTRPC } from "../../trpc.ts";
import { useWords } from "../../words/words-context.tsx";
import type { BriefDraft } from "./brief-draft.ts";
import "./prompt-preview.css";

/** Long enough that a word is finished, short enough to feel at once. */
const pauseMs = 300;

/** The prompt that a brief becomes, on demand, following the brief as it is written. */
export function PromptPreview({ draft, usable }: { draft: BriefDraft; usable: boolean }) {
  const { studio } = useWords();
  const { preview: words } = studio;
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const settled = useSettled(draft);

  const { brief, outputs, expression } = settled;
  const preview = useQuery(
    trpc.generations.preview.queryOptions(
      { brief, outputs, ...(expression === null ? {} : { expression }) },
      {
        enabled: open && usable && brief.trim() !== "",
        placeholderData: keepPreviousData,
        staleTime: Infinity,
      },
    ),
  );

  return (
    <Collapsible.Root className="preview" open={open} onOpenChange={(next) => setOpen(next)}>
      <Collapsible.Trigger className="word">{words.show}</Collapsible.Trigger>
      <Collapsible.Panel className="preview-panel">
        {!usable ? <p className="small quiet">{words.empty}</p> : <PromptVerse preview={preview} />}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

/** A value once it has not changed for a moment. */
function useSettled<TValue>(value: TValue): TValue {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
