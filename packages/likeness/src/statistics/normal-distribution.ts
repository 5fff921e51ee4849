/**
 * The share of a standard normal distribution below z: Marsaglia's series ("Evaluating the normal distribution",
 * Journal of Statistical Software 11(4), 2004), good to about 1e-15 absolutely.
 *
 * @example normalBelow(1.96) // 0.975…
 */
export function normalBelow(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let divisor = 3; Math.abs(term) > 1e-17 * Math.abs(sum); divisor += 2) {
    term *= (z * z) / divisor;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z) * (1 / Math.sqrt(2 * Math.PI));
}

/**
 * The z below which a share of a standard normal distribution lies, by bisection of `normalBelow`; within ±8.
 *
 * @example normalQuantile(0.975) // 1.9599…
 */
export function normalQuantile(share: number): number {
  let low = -8;
  let high = 8;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
