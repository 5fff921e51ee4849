import { setTimeout as pause } from "node:timers/promises";

const everyMs = 100;

/**
 * Asks again and again until the answer is something.
 *
 * @throws when that takes longer than it may
 */
export async function until<T>(what: string, mostMs: number, ask: () => Promise<T | undefined>): Promise<T> {
  const latest = performance.now() + mostMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > latest) throw new Error(`Waited ${mostMs / 1_000} s in vain: ${what}`);
    await pause(everyMs);
  }
}
