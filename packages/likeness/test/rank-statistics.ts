/** Spearman's rank correlation; equal values share the mean of their ranks. */
export function spearman(first: readonly number[], second: readonly number[]): number {
  const [x, y] = [ranksOf(first), ranksOf(second)];
  const middle = (x.length + 1) / 2;
  const products = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, rank, index) => sum + (rank - middle) * ((b[index] ?? middle) - middle), 0);
  return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
}

/** How often a value of the first kind is above one of the second, 0 to 1; equal ones count half. */
export function areaUnderCurve(above: readonly number[], below: readonly number[]): number {
  const wins = above.flatMap((high) => below.map((low) => (Math.sign(high - low) + 1) / 2));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

function ranksOf(values: readonly number[]): number[] {
  return values.map(
    (value) =>
      values.filter((other) => other < value).length +
      (values.filter((other) => other === value).length + 1) / 2,
  );
}
