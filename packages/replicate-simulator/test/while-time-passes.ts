import type { Simulator } from "@selfsame/replicate-simulator";

/** Lets a manual clock run, ten seconds for each request that could be answered, until the work is done. */
export async function whileTimePasses<Result>(
  simulator: Simulator,
  work: () => Promise<Result>,
): Promise<Result> {
  const state = { done: false };
  const result = work().finally(() => {
    state.done = true;
  });
  const passing = (async () => {
    while (!state.done) {
      await simulator.clock.advance(10_000);
      await fetch(simulator.url);
    }
  })();
  const [value] = await Promise.all([result, passing]);
  return value;
}
