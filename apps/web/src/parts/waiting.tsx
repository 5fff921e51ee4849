import type { ReactNode } from "react";

import { useWords } from "../words/words-context.tsx";

/** Holds the blanks of what is on its way, and says so to a screen reader. */
export function Waiting({ children, className }: { children: ReactNode; className?: string }) {
  const { waiting } = useWords();
  return (
    <div className={className} aria-busy="true">
      <output className="unseen">{waiting}</output>
      {children}
    </div>
  );
}
