import type { Speed } from "../settings.ts";

/** Milliseconds of real work as this speed takes them. */
export function atSpeed(realMs: number, speed: Speed): number {
  if (speed === "instant") return 0;
  return speed === "real" ? realMs : realMs / speed;
}

/**
 * How long the real thing would run a FLUX prediction, in milliseconds: 30 s at the least, 60 s at the most, growing
 * with steps and pictures; `variation` (0 to 1) spreads equal requests by up to 4 s.
 */
export function predictionRunMs(work: { steps: number; outputs: number; variation: number }): number {
  const seconds = 26 + 0.3 * work.steps + 5 * (work.outputs - 1) + 4 * work.variation;
  return 1000 * Math.min(60, Math.max(30, seconds));
}

/** How long a prediction waits before it starts, in milliseconds: 1 to 4 s, a warm model's queue. */
export function predictionStartMs(variation: number): number {
  return 1000 + 3000 * variation;
}

/**
 * How long a training would run, in milliseconds: the published 20 minutes at 1,000 steps, of which 2 are setting
 * up; the fast trainer takes 2 minutes.
 */
export function trainingRunMs(work: { family: string; steps: number; variation: number }): number {
  const minutes = work.family === "fast-flux-trainer" ? 2 : 2 + 0.018 * work.steps;
  return 60_000 * minutes * (0.95 + 0.1 * work.variation);
}
