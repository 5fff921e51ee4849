/** How the page stands with the studio. */
export type Connection = "connecting" | "live" | "broken";

interface LiveHandlers<TEvent> {
  readonly onEvent: (position: string, event: TEvent) => void;
  readonly onStarted: () => void;
  readonly onConnecting: (broken: boolean) => void;
  readonly onEnd: (error: unknown) => void;
}

export interface LiveOptions<TEvent> {
  /** Opens one stream after a position; null is from now on. Returns how to close it. */
  readonly open: (lastEventId: string | null, handlers: LiveHandlers<TEvent>) => () => void;
  readonly onEvent: (event: TEvent) => void;
  /** The first stream is open: what was read before it may lack what happened in between. */
  readonly onFirstStart: () => void;
  readonly onConnection: (connection: Connection) => void;
  /** Whether an error means that asking again is of no use, such as a session that has ended. */
  readonly isFinal: (error: unknown) => boolean;
  readonly after: (delayMs: number, act: () => void) => () => void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/**
 * Holds a stream of events open for as long as the page is: reopens it after the last position seen, with growing
 * pauses, so that nothing is missed and nothing is seen twice.
 *
 * @returns how to stop.
 */
export function keepLive<TEvent>(options: LiveOptions<TEvent>): () => void {
  let lastEventId: string | null = null;
  let pauseMs = firstPauseMs;
  let started = false;
  let stopped = false;
  let close: () => void = () => undefined;
  let cancelPause: () => void = () => undefined;

  function connect(): void {
    options.onConnection("connecting");
    close = options.open(lastEventId, {
      onEvent(position, event) {
        if (stopped || (lastEventId !== null && Number(position) <= Number(lastEventId))) return;
        lastEventId = position;
        options.onEvent(event);
      },
      onStarted() {
        if (stopped) return;
        pauseMs = firstPauseMs;
        options.onConnection("live");
        if (!started) options.onFirstStart();
        started = true;
      },
      onConnecting(broken) {
        if (!stopped) options.onConnection(broken ? "broken" : "connecting");
      },
      onEnd(error) {
        if (stopped) return;
        options.onConnection("broken");
        if (options.isFinal(error)) return;
        cancelPause = options.after(pauseMs, connect);
        pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      },
    });
  }

  connect();
  return () => {
    stopped = true;
    cancelPause();
    close();
  };
}
