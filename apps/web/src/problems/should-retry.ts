import { isWorthRepeating } from "./is-worth-repeating.ts";
import { problemOf } from "./problem-of.ts";

const repetitions = 2;

/** Whether the page reads something again by itself after so many failures. */
export function shouldRetry(failureCount: number, error: unknown): boolean {
  return failureCount < repetitions && isWorthRepeating(problemOf(error));
}
