import { analyzePicture, openFaceAnalyzer, readModelVersion } from "@selfsame/likeness/adapter";
import type { Logger } from "pino";
import type { Faces } from "./faces.ts";

/**
 * The face networks of this process, in so many threads; null for none: then nothing is measured here. Nothing is
 * loaded before the first picture (about a second, 250 to 450 MB a thread).
 *
 * @example openFaces(1, log)
 */
export const openFaces = (threads: number, log: Logger): Faces | null => {
  if (threads === 0) return null;
  const analyzers = Array.from({ length: threads }, () => ({
    pictures: 0,
    analyzer: openFaceAnalyzer({
      onTrouble: ({ cause, message }) => log.warn({ cause, message }, "the face networks had trouble"),
    }),
  }));
  return {
    modelVersion: readModelVersion(),
    see: async (bytes) => {
      const [thread] = analyzers.toSorted((a, b) => a.pictures - b.pictures);
      if (thread === undefined) throw new RangeError("There is no thread to measure in");
      thread.pictures += 1;
      try {
        return await analyzePicture(thread.analyzer, bytes);
      } finally {
        thread.pictures -= 1;
      }
    },
    close: async () => {
      await Promise.all(analyzers.map(({ analyzer }) => analyzer.close()));
    },
  };
};
