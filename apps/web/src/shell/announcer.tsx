import { createContext, use, useCallback, useState, type ReactNode } from "react";

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** Says a sentence aloud in a screen reader, when it is done with what it is saying. */
export function useAnnounce(): (sentence: string) => void {
  return use(AnnounceContext);
}

/** Holds the one polite live region of the page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", turn: 0 });
  const announce = useCallback(
    (sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      <output className="unseen">
        {/* A new key, so that the same sentence is said again. */}
        <span key={said.turn}>{said.sentence}</span>
      </output>
      {children}
    </AnnounceContext>
  );
}
