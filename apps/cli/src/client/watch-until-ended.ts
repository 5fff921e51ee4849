import { exitCodes } from "../failures/exit-code.ts";
import { failureOf } from "../failures/failure-of.ts";
import { createPoller } from "./poller.ts";
import type { StudioClient } from "./studio-client.ts";
import type { LiveEvent } from "./views.ts";

/** One thing that takes its time in the studio. */
export interface Watched<TView> {
  /** The thing as it is now. */
  readonly read: () => Promise<TView>;
  /** The thing in an event, if the event is about it. */
  readonly viewIn: (event: LiveEvent) => TView | undefined;
  readonly hasEnded: (view: TView) => boolean;
}

/** Who watches, and for how long. */
export interface Watching<TView> {
  readonly server: string;
  readonly onChange: (view: TView) => void;
  /** Stops the watching; the thing itself goes on in the studio. */
  readonly signal: AbortSignal;
  /** How often the thing is asked for while no live feed is there. */
  readonly readEveryMs?: number;
  /** After how long without any answer the watching is given up. */
  readonly giveUpAfterMs?: number;
}

/**
 * Watches until the thing has ended. It listens to the live feed; while that is broken it asks from time to time
 * instead, and the feed takes over again as soon as it is back.
 *
 * @returns the thing at its end
 * @throws what a refused read throws, or one that has found no studio for too long; the signal's reason
 */
export async function watchUntilEnded<TView>(
  client: StudioClient,
  first: TView,
  watched: Watched<TView>,
  { server, onChange, signal, readEveryMs = 2_000, giveUpAfterMs = 60_000 }: Watching<TView>,
): Promise<TView> {
  const { promise, resolve, reject } = Promise.withResolvers<TView>();
  let heardAtMs = performance.now();
  const see = (view: TView | undefined): void => {
    heardAtMs = performance.now();
    if (view === undefined || signal.aborted) return;
    onChange(view);
    if (watched.hasEnded(view)) resolve(view);
  };
  const read = async (): Promise<void> => {
    try {
      see(await watched.read());
    } catch (error) {
      // A studio that restarts is waited for; a refusal is final.
      const passes = failureOf(error, server).exitCode === exitCodes.unavailable;
      if (!passes || performance.now() - heardAtMs > giveUpAfterMs) reject(error);
    }
  };
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  see(first);
  const poller = createPoller(read, readEveryMs);
  poller.resume();
  const feed = client.events.live.subscribe(undefined, {
    onData: ({ data }) => {
      // Whatever happened before the feed was there is in what the thing is now.
      if (data.type === "connected") void read();
      else see(watched.viewIn(data));
    },
    onConnectionStateChange: ({ state }) => (state === "pending" ? poller.pause() : poller.resume()),
    onError: poller.resume,
    onComplete: poller.resume,
  });
  try {
    return await promise;
  } finally {
    feed.unsubscribe();
    poller.pause();
    signal.removeEventListener("abort", onAbort);
  }
}
