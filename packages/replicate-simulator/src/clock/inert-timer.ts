import type { Timer } from "./clock.ts";

/** What a stopped clock hands out: a timer that never fires. */
export const inertTimer: Timer = { cancel: () => undefined };
