import { Link } from "@tanstack/react-router";

import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useWords } from "../../words/words-context.tsx";
import "./you-parts.css";

/** The parts of the room You. */
export function YouParts() {
  const { you } = useWords();
  const { figures } = useMeasuringWords();
  return (
    <nav className="sift you-parts" aria-label={you.parts}>
      <Link to="/you" activeOptions={{ exact: true }}>
        {you.accountPart}
      </Link>
      <Link to="/you/face">{you.facePart}</Link>
      <Link to="/you/figures">{figures.part}</Link>
      <Link to="/you/proof">{you.proofPart}</Link>
    </nav>
  );
}
