import { createImageWork } from "../../src/images/image-work.ts";

/** A queue that never refuses what a test asks for. */
export const testImageWork = createImageWork({ concurrency: 2, maximumWaiting: 1_000 });
