const lowest = 0.55;
const highest = 0.97;

/**
 * How far from a generic face towards the subject a training comes, 0.55 to 0.97. The shape is the simulator's own:
 * each part saturates, half of the gain by 3 pictures and by 250 steps, so that a set and a training as advised come
 * close to the person; near-copies of one picture count as few.
 *
 * @example
 * trainedShare({ pictures: 12, variety: 0.4, steps: 1000 }); // about 0.92
 */
export function trainedShare(training: { pictures: number; variety: number; steps: number }): number {
  const { pictures, variety, steps } = training;
  const effective = 1 + (pictures - 1) * Math.min(1, variety / usualVariety);
  const fromPictures = 1 - 2 ** (-effective / 3);
  const fromSteps = 1 - 2 ** (-steps / 250);
  return lowest + (highest - lowest) * fromPictures * fromSteps;
}

/** The mean distance between perceptual hashes (0 to 1) from which on a set counts as varied. */
const usualVariety = 0.2;
