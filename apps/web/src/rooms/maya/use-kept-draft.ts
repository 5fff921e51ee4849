import { useEffect, useState } from "react";

const keyOf = (conversationId: string | undefined) => `selfsame-letter-${conversationId ?? "new"}`;

const read = (key: string): string => {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};

/** What is being written, kept in this tab over a reload where the browser allows it. */
export function useKeptDraft(conversationId: string | undefined) {
  const key = keyOf(conversationId);
  const [draft, setDraft] = useState(() => ({ key, text: read(key) }));
  const text = draft.key === key ? draft.text : read(key);

  useEffect(() => {
    try {
      if (text === "") sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // Without storage the draft lives as long as the page.
    }
  }, [key, text]);

  return { text, write: (next: string) => setDraft({ key, text: next }) };
}
