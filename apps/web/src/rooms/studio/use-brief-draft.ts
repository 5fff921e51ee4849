import { useEffect, useState } from "react";

import { afterSending, changeDraft, keepDraft, readDraft, type BriefDraft } from "./brief-draft.ts";
import { expressionOrder } from "../../parts/expression-order.ts";

const newId = () => crypto.randomUUID();
const storage = () => sessionStorage;

/** The brief being written, with the ways to change and to empty it. */
export function useBriefDraft() {
  const [draft, setDraft] = useState<BriefDraft>(() => readDraft(storage, expressionOrder, newId));
  useEffect(() => keepDraft(storage, draft), [draft]);
  return {
    draft,
    change: (part: Partial<Omit<BriefDraft, "requestId">>) =>
      setDraft((now) => changeDraft(now, part, newId)),
    sent: (requestId: string) => setDraft((now) => afterSending(now, requestId, newId)),
  };
}

export type DraftDesk = ReturnType<typeof useBriefDraft>;
