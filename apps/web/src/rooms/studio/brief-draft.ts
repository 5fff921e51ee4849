import type { Expression } from "../../views/views.ts";

/** What a person is about to ask for; kept in the tab until it is sent. */
export interface BriefDraft {
  readonly brief: string;
  readonly expression: Expression | null;
  readonly outputs: number;
  /** Names this very request, so that a repeated press or a lost answer never makes it twice. */
  readonly requestId: string;
}

const storageKey = "selfsame.brief";

type DraftStorage = Pick<Storage, "getItem" | "setItem">;

export function emptyDraft(newId: () => string): BriefDraft {
  return { brief: "", expression: null, outputs: 1, requestId: newId() };
}

/** The draft after a change; what is asked for differs now, and so does the request's name. */
export function changeDraft(
  draft: BriefDraft,
  change: Partial<Omit<BriefDraft, "requestId">>,
  newId: () => string,
): BriefDraft {
  return { ...draft, ...change, requestId: newId() };
}

/** The draft after it was sent: expression and number stay; what was written meanwhile is not thrown away. */
export function afterSending(draft: BriefDraft, sentRequestId: string, newId: () => string): BriefDraft {
  return draft.requestId === sentRequestId ? changeDraft(draft, { brief: "" }, newId) : draft;
}

/** Reads the draft a tab kept over a reload; anything unreadable is no draft. */
export function readDraft(
  storage: () => DraftStorage,
  expressions: readonly Expression[],
  newId: () => string,
): BriefDraft {
  try {
    const kept: unknown = JSON.parse(storage().getItem(storageKey) ?? "null");
    if (typeof kept !== "object" || kept === null) return emptyDraft(newId);
    const { brief, expression, outputs, requestId } = kept as Readonly<Record<string, unknown>>;
    return {
      brief: typeof brief === "string" ? brief : "",
      expression: expressions.find((one) => one === expression) ?? null,
      outputs: typeof outputs === "number" && Number.isInteger(outputs) && outputs > 0 ? outputs : 1,
      requestId: typeof requestId === "string" ? requestId : newId(),
    };
  } catch {
    return emptyDraft(newId);
  }
}

/** Keeps the draft over a reload of the tab; where the browser refuses, it lives as long as the page. */
export function keepDraft(storage: () => DraftStorage, draft: BriefDraft): void {
  try {
    storage().setItem(storageKey, JSON.stringify(draft));
  } catch {
    // A full or blocked storage costs only the memory over a reload.
  }
}
