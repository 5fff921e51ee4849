import { median, quantileOf } from "./median.ts";
import { normalBelow, normalQuantile } from "./normal-distribution.ts";

/** A source of numbers in [0, 1); injected, so that the same seed gives the same interval. */
export type Random = () => number;

/** A median and the interval around it. */
export interface MedianInterval {
  readonly medianDifference: number;
  readonly interval: readonly [low: number, high: number];
}

/** How an interval is drawn. */
export interface BootstrapOptions {
  readonly random: Random;
  /** 2,000 unless told: Efron and Tibshirani's usual number for intervals (An Introduction to the Bootstrap, 1993). */
  readonly resamples?: number;
  /** 0.95 unless told. */
  readonly confidence?: number;
}

/**
 * The median of the differences with a bias-corrected and accelerated bootstrap interval (BCa; Efron 1987).
 * Below about 16 pairs such intervals are too narrow: show them as an effect, decide by `wilcoxonExact`.
 * NaN throughout for no differences.
 *
 * @example medianDifference([0.1, 0.2, 0.3], { random }) // { medianDifference: 0.2, interval: [0.1, 0.3] }
 */
export function medianDifference(differences: readonly number[], options: BootstrapOptions): MedianInterval {
  const { random, resamples = 2000, confidence = 0.95 } = options;
  const observed = median(differences);
  const drawn = new Float64Array(resamples);
  const sample = new Float64Array(differences.length);
  for (let round = 0; round < resamples; round += 1) {
    for (let index = 0; index < sample.length; index += 1) {
      sample[index] = differences[Math.floor(random() * differences.length)] ?? Number.NaN;
    }
    drawn[round] = median(sample);
  }
  drawn.sort();
  const bias = biasOf(drawn, observed);
  const acceleration = accelerationOf(differences);
  const endAt = (z: number): number => {
    const shifted = bias + z;
    return quantileOf(drawn, normalBelow(bias + shifted / (1 - acceleration * shifted)));
  };
  const z = normalQuantile((1 + confidence) / 2);
  return { medianDifference: observed, interval: [endAt(-z), endAt(z)] };
}

/** How far the middle of the resampled medians lies off the observed one, in normal deviates; ties count half. */
function biasOf(drawn: Float64Array, observed: number): number {
  let below = 0;
  for (const value of drawn) {
    if (value < observed) below += 1;
    else if (value === observed) below += 0.5;
  }
  // A share of 0 or 1 has no finite deviate: half a resample is the least that can be told.
  const edge = 0.5 / drawn.length;
  return normalQuantile(Math.min(1 - edge, Math.max(edge, below / drawn.length)));
}

/** Efron's acceleration by the jackknife: a sixth of the skewness of the medians with one pair left out. */
function accelerationOf(differences: readonly number[]): number {
  const without = differences.map((_, left) => median(differences.filter((_value, index) => index !== left)));
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  const cubes = without.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}
