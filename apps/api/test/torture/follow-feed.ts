import { setTimeout as pause } from "node:timers/promises";
import { liveFeed } from "../live-feed.ts";
import type { SignedUp } from "../sign-up.ts";

/** What one page has heard of its person's events. */
export interface FollowedFeed {
  /** The positions told, in the order of hearing; each reconnection begins with the last one again. */
  readonly positions: readonly number[];
  readonly reconnections: () => number;
  /** Everything it heard out of turn or twice. */
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
}

const againAfterMs = 200;

/** Follows a person's live feed as a page does: connects again after every break, with the last id it saw. */
export function followFeed(url: string, person: SignedUp): FollowedFeed {
  const stopping = new AbortController();
  const positions: number[] = [];
  const complaints: string[] = [];
  let connections = 0;
  const hear = async (): Promise<void> => {
    const last = positions.at(-1);
    connections += 1;
    let isFirst = true;
    const headers = { authorization: `Bearer ${person.token}` };
    const after = last === undefined ? null : String(last);
    for await (const { id, name } of liveFeed(url, headers, { after, signal: stopping.signal })) {
      if (name !== "message" || id === null) continue;
      const position = Number(id);
      const before = positions.at(-1);
      const isGreeting = isFirst;
      isFirst = false;
      // The greeting repeats the position from which the feed goes on.
      if (isGreeting && (before === undefined || position === before)) {
        if (before === undefined) positions.push(position);
        continue;
      }
      if (before !== undefined && position <= before) complaints.push(`${position} after ${before}`);
      positions.push(position);
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      // A feed breaks with its process; the page asks the next one.
      await hear().catch(() => undefined);
      await pause(againAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    positions,
    complaints,
    reconnections: () => Math.max(0, connections - 1),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
