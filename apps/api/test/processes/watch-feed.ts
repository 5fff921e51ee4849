import { setTimeout as pause } from "node:timers/promises";
import { type FeedEvent, liveFeed } from "../live-feed.ts";

/** A page that watches its live feed and reconnects whenever it is cut off. */
export interface FeedWatch extends AsyncDisposable {
  /** Every event with a position, in the order in which it came. */
  readonly seen: readonly FeedEvent[];
  /** How often it had to connect. */
  readonly connections: () => number;
}

const reconnectAfterMs = 50;

/** Watches as a browser's EventSource does: after a cut it goes on from the last id it saw, with a little pause. */
export function watchFeed(url: string, headers: Readonly<Record<string, string>>): FeedWatch {
  const seen: FeedEvent[] = [];
  const stopping = new AbortController();
  let connections = 0;
  const readOnce = async (): Promise<void> => {
    connections += 1;
    const after = seen.at(-1)?.id ?? null;
    for await (const event of liveFeed(url, headers, { after, signal: stopping.signal })) {
      if (event.id === null) continue;
      // Every connection begins with where it stands; only the first of these says something new.
      if (typeOf(event) !== "connected" || seen.length === 0) seen.push(event);
    }
  };
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await readOnce().catch(() => undefined);
      await pause(reconnectAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    seen,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await watching;
    },
  };
}

/** What a feed's event is about. */
export const typeOf = ({ data }: FeedEvent): string =>
  typeof data === "object" && data !== null && "type" in data ? String(data.type) : "none";
