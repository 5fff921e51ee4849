import pLimit from "p-limit";
import sharp from "sharp";

/** Where all decoding and encoding waits its turn. */
export interface ImageWork {
  /** Runs a task as soon as there is room. Rejects with {@link ImageWorkFullError} when too many wait already. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
}

export interface ImageWorkSettings {
  /** Tasks at once; each may hold a decoded picture of up to 4 bytes a pixel. The number of cores is a good choice. */
  readonly concurrency: number;
  /** Tasks that may wait, each holding its upload in memory. */
  readonly maximumWaiting: number;
}

/** So many pictures wait already that another one would only fill the memory. */
export class ImageWorkFullError extends Error {
  override readonly name = "ImageWorkFullError";
  readonly code = "image_work_full";
  readonly waiting: number;

  constructor(waiting: number) {
    super(`${waiting} pictures wait already`);
    this.waiting = waiting;
  }
}

/**
 * A bounded queue for picture work. It also sets sharp for the whole process: one thread a task, since the tasks
 * themselves run side by side, and no cache, since no picture is decoded twice and cached pixels are a person's face.
 *
 * @example const work = createImageWork({ concurrency: 2, maximumWaiting: 40 });
 */
export function createImageWork({ concurrency, maximumWaiting }: ImageWorkSettings): ImageWork {
  sharp.cache(false);
  sharp.concurrency(1);
  const limit = pLimit(concurrency);
  return {
    async run(task) {
      const room = limit.activeCount < limit.concurrency && limit.pendingCount === 0;
      if (!room && limit.pendingCount >= maximumWaiting) throw new ImageWorkFullError(limit.pendingCount);
      return limit(task);
    },
  };
}
