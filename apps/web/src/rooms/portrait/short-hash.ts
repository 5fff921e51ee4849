/**
 * A long hex identity as one reads it: `5c0e 91b7 … 2d6f`.
 *
 * @example
 * shortHash("5c0e91b7aabbccdd2d6f") // "5c0e 91b7 … 2d6f"
 */
export function shortHash(hex: string): string {
  return hex.length <= 16 ? hex : `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`;
}
