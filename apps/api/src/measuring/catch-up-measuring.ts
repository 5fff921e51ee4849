import type { Studio } from "../studio/studio.ts";
import { measureSelfie, type MeasuringParts } from "./measure-selfie.ts";
import { currentCalibrations, scorePortrait } from "./score-portrait.ts";
import type { ToMeasure } from "./to-measure.ts";

const pageSize = 50;

/**
 * Goes once through all selfies, then all portraits, and measures those that the networks and constants of today have
 * not: after these changed, or after nothing was measured for a while. One at a time, behind what is new.
 *
 * @param signal once aborted, nothing further is begun
 * @returns how many were measured
 */
export const catchUpMeasuring = async (
  studio: MeasuringParts & Pick<Studio, "toMeasure">,
  signal?: AbortSignal,
): Promise<number> => {
  const { faces, toMeasure } = studio;
  if (faces === null) return 0;
  const { modelVersion } = faces;
  const current = { modelVersion, calibrations: currentCalibrations };
  const walk = (
    next: (after: string | null) => Promise<ToMeasure[]>,
    measure: (parts: MeasuringParts, subjectId: string, id: string) => Promise<void>,
  ) => measureEach(studio, next, measure, signal);
  const selfies = await walk((after) => toMeasure.selfiesAfter(modelVersion, after, pageSize), measureSelfie);
  const portraits = await walk((after) => toMeasure.portraitsAfter(current, after, pageSize), scorePortrait);
  return selfies + portraits;
};

const measureEach = async (
  studio: MeasuringParts,
  next: (after: string | null) => Promise<ToMeasure[]>,
  measure: (parts: MeasuringParts, subjectId: string, id: string) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<number> => {
  let measured = 0;
  for (let after: string | null = null; ;) {
    const page: ToMeasure[] = await next(after);
    for (const { id, subjectId } of page) {
      if (signal?.aborted === true) return measured;
      try {
        await measure(studio, subjectId, id);
        measured += 1;
      } catch (error) {
        // The next start comes back to it: one picture that fails does not hold up the others.
        studio.log.warn({ error, id }, "a picture could not be measured this time");
      }
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < pageSize) return measured;
  }
};
