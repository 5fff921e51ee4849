import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { useWords } from "../words/words-context.tsx";
import "./plain-page.css";

/** A page outside the rooms: the name above, one column, nothing else. */
export function PlainPage({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const words = useWords();
  return (
    <main className="plain-page" id="room">
      <div className="plain-page-top">
        <Link className="wordmark" to="/">
          {words.name}
        </Link>
        {aside}
      </div>
      <div className="plain-page-column">{children}</div>
    </main>
  );
}
