import type { FaultRequest } from "@selfsame/replicate-simulator";
import type { Draw } from "./draw.ts";
import type { TortureSettings } from "./torture-settings.ts";

/** Something that is done to the studio or to its surroundings. */
export type Strike = { readonly atMs: number } & (
  | { readonly kind: "kill"; readonly process: number; readonly downMs: number }
  | { readonly kind: "fill-disk"; readonly process: number }
  | { readonly kind: "free-disk"; readonly process: number }
  | { readonly kind: "crash-database"; readonly downMs: number }
  | { readonly kind: "fault"; readonly fault: FaultRequest }
);

/** The processes that can be struck, by their places. */
export interface PlannedProcesses {
  readonly processes: number;
  readonly workers: readonly number[];
}

const killEveryMs = 4_000;
const crashEveryMs = 15_000;
const diskFullEveryMs = 40_000;
const diskFullMs = 6_000;

/**
 * Kills spread over the whole storm, crashes of the database more rarely, and now and then a time in which no worker
 * can write a file.
 */
export function planStrikes(
  { stormMs }: Pick<TortureSettings, "stormMs">,
  { processes, workers }: PlannedProcesses,
  draw: Draw,
): Strike[] {
  const kills = times(stormMs, killEveryMs, draw).map((atMs): Strike => ({
    atMs,
    kind: "kill",
    process: draw(0, processes - 1),
    downMs: draw(0, 1_500),
  }));
  const crashes = times(stormMs, crashEveryMs, draw).map((atMs): Strike => ({
    atMs,
    kind: "crash-database",
    downMs: draw(100, 1_500),
  }));
  const fullDisks = times(stormMs, diskFullEveryMs, draw).flatMap((atMs): Strike[] => [
    ...workers.map((process): Strike => ({ atMs, kind: "fill-disk", process })),
    ...workers.map((process): Strike => ({ atMs: atMs + diskFullMs, kind: "free-disk", process })),
  ]);
  return [...kills, ...crashes, ...fullDisks];
}

/** One moment in each full stretch of time, not at its very edges; at least one. */
function times(stormMs: number, everyMs: number, draw: Draw): number[] {
  const count = Math.max(1, Math.floor(stormMs / everyMs));
  const stretchMs = stormMs / count;
  return Array.from({ length: count }, (_, index) =>
    Math.floor(index * stretchMs + draw(10, 90) * (stretchMs / 100)),
  );
}
