import { setTimeout as pause } from "node:timers/promises";
import type { Studio } from "../studio/studio.ts";
import { listDeadLetters } from "./list-dead-letters.ts";

/**
 * Raises an alarm in the log for every job that was set aside, also for one whose worker died on its last try: once when
 * this process begins, and for each further one.
 *
 * @returns stops it
 */
export const watchDeadLetters = (
  studio: Pick<Studio, "jobs" | "log">,
  everyMs: number,
): (() => Promise<void>) => {
  const stopping = new AbortController();
  const told = new Set<string>();
  const look = async (): Promise<void> => {
    for (const letter of await listDeadLetters(studio)) {
      if (told.has(letter.id)) continue;
      told.add(letter.id);
      studio.log.error(
        { alarm: "job-set-aside", ...letter },
        "a job is set aside after its last try and waits for a person",
      );
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) =>
        studio.log.error({ error }, "the jobs that were set aside could not be looked at"),
      );
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
};
