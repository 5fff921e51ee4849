import { Link } from "@tanstack/react-router";

import { useWords } from "../../words/words-context.tsx";
import "./you-parts.css";

/** The parts of the room You. */
export function YouParts() {
  const { you } = useWords();
  return (
    <nav className="sift you-parts" aria-label={you.parts}>
      <Link to="/you" activeOptions={{ exact: true }}>
        {you.accountPart}
      </Link>
      <Link to="/you/face">{you.facePart}</Link>
      <Link to="/you/proof">{you.proofPart}</Link>
    </nav>
  );
}
