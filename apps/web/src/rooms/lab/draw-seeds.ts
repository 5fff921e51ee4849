const highestSeed = 2_147_483_647;

/** So many seeds by lot, none of them twice. */
export function drawSeeds(count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    drawn.add((number % highestSeed) + 1);
  }
  return [...drawn];
}
