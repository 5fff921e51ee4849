import { Collapsible } from "@base-ui/react/collapsible";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Verse } from "../../parts/verse.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
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
  const announce = useAnnounce();
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

  async function copy(prompt: string) {
    try {
      await navigator.clipboard.writeText(prompt);
      announce(words.copied);
    } catch {
      announce(words.copyFailed);
    }
  }

  return (
    <Collapsible.Root className="preview" open={open} onOpenChange={(next) => setOpen(next)}>
      <Collapsible.Trigger className="word">{words.show}</Collapsible.Trigger>
      <Collapsible.Panel className="preview-panel">
        {!usable ? (
          <p className="small quiet">{words.empty}</p>
        ) : preview.isError ? (
          <CallProblem error={preview.error} />
        ) : preview.data === undefined ? (
          <Waiting>
            {[28, 34, 22].map((characters) => (
              <Blank key={characters} shape={{ characters }} />
            ))}
          </Waiting>
        ) : (
          <>
            <Verse clauses={preview.data.clauses} notes={preview.data.notes} />
            <p className="small quiet preview-foot">
              {words.summary(preview.data.tokens.t5, preview.data.triggerCount)}{" "}
              <PreviewCopy prompt={preview.data.prompt} onCopy={copy} />
            </p>
          </>
        )}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

function PreviewCopy({ prompt, onCopy }: { prompt: string; onCopy: (prompt: string) => Promise<void> }) {
  const { preview } = useWords().studio;
  return (
    <button type="button" className="word" onClick={() => void onCopy(prompt)}>
      {preview.copy}
    </button>
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
