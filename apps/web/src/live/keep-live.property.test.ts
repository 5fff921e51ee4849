import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { keepLive, type Connection, type LiveOptions } from "./keep-live.ts";

type Open = LiveOptions<number>["open"];

/** A studio that holds events by position and hands them out from where it is asked, again and again if need be. */
function createFeed(isFinal: (error: unknown) => boolean = () => false) {
  const opened: { after: number; handlers: Parameters<Open>[1] }[] = [];
  const timers: { delayMs: number; act: () => void }[] = [];
  const seen: number[] = [];
  const connections: Connection[] = [];
  let closed = 0;
  let firstStarts = 0;
  const stop = keepLive<number>({
    open(lastEventId, handlers) {
      opened.push({ after: Number(lastEventId ?? 0), handlers });
      return () => void (closed += 1);
    },
    onEvent: (event) => seen.push(event),
    onFirstStart: () => void (firstStarts += 1),
    onConnection: (connection) => connections.push(connection),
    isFinal,
    after(delayMs, act) {
      const timer = { delayMs, act };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  return { opened, timers, seen, connections, stop, counts: () => ({ closed, firstStarts }) };
}

describe("a live connection", () => {
  it("misses nothing and shows nothing twice, wherever it breaks and whatever is sent again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ sent: fc.nat(6), repeated: fc.nat(3) }), { minLength: 1, maxLength: 12 }),
        (stretches) => {
          const { opened, timers, seen } = createFeed();
          let last = 0;
          for (const { sent, repeated } of stretches) {
            const stream = opened.at(-1);
            expect(stream?.after).toBe(last);
            stream?.handlers.onStarted();
            for (let position = Math.max(1, last - repeated); position <= last + sent; position += 1) {
              stream?.handlers.onEvent(String(position), position);
            }
            last += sent;
            stream?.handlers.onEnd(new Error("cut"));
            timers.pop()?.act();
          }
          expect(seen).toEqual(Array.from({ length: last }, (_, index) => index + 1));
        },
      ),
    );
  });

  it("waits longer each time nobody answers, and is eager again after an answer", () => {
    const { opened, timers } = createFeed();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      opened.at(-1)?.handlers.onEnd(new Error("refused"));
      pauses.push(timers.at(-1)?.delayMs ?? 0);
      timers.pop()?.act();
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    opened.at(-1)?.handlers.onStarted();
    opened.at(-1)?.handlers.onEnd(new Error("cut"));
    expect(timers.at(-1)?.delayMs).toBe(1_000);
  });

  it("asks for what was missed only once, when it first stands", () => {
    const { opened, timers, counts } = createFeed();
    opened.at(-1)?.handlers.onStarted();
    opened.at(-1)?.handlers.onEnd(undefined);
    timers.pop()?.act();
    opened.at(-1)?.handlers.onStarted();
    expect(counts().firstStarts).toBe(1);
  });

  it("gives up when asking again is of no use", () => {
    const { opened, timers, connections } = createFeed(() => true);
    opened.at(-1)?.handlers.onEnd(new Error("signed out"));
    expect(timers).toEqual([]);
    expect(connections.at(-1)).toBe("broken");
  });

  it("is silent after it was stopped", () => {
    const { opened, seen, stop, counts, timers } = createFeed();
    stop();
    opened.at(-1)?.handlers.onEvent("1", 1);
    opened.at(-1)?.handlers.onEnd(undefined);
    expect(seen).toEqual([]);
    expect(timers).toEqual([]);
    expect(counts().closed).toBe(1);
  });
});
