import { catchUpMeasuring } from "../measuring/catch-up-measuring.ts";
import type { Studio } from "../studio/studio.ts";

/**
 * Measures, once and beside everything else, what the networks of this process have not measured.
 *
 * @returns stops it; resolves when the picture at hand has ended
 */
export const startCatchingUp = (studio: Studio): (() => Promise<void>) => {
  const stopping = new AbortController();
  const running = catchUpMeasuring(studio, stopping.signal).then(
    (measured) => {
      if (measured > 0) studio.log.info({ measured }, "pictures of before were measured");
    },
    (error: unknown) => studio.log.error({ error }, "pictures of before could not be measured"),
  );
  return async () => {
    stopping.abort();
    await running;
  };
};
