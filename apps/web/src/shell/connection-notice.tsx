import { onlineManager } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";

import { useConnection } from "../live/connection-context.tsx";
import { useWords } from "../words/words-context.tsx";
import "./connection-notice.css";

/** A connection that comes back within this is nobody's business. */
const patienceMs = 4_000;

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
}

/** Says once that the page is cut off, and goes away by itself when it is not any more. */
export function ConnectionNotice() {
  const words = useWords();
  const online = useOnline();
  const broken = useConnection() === "broken";
  const [patienceEnded, setPatienceEnded] = useState(false);

  useEffect(() => {
    if (!broken) return;
    const timer = setTimeout(() => setPatienceEnded(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setPatienceEnded(false);
    };
  }, [broken]);

  const notice = !online
    ? words.connection.offline
    : broken && patienceEnded
      ? words.connection.unreachable
      : null;
  return (
    <output className="connection">
      {notice === null ? null : <span className="connection-notice">{notice}</span>}
    </output>
  );
}
