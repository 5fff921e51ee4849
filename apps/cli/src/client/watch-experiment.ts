import { setTimeout as pause } from "node:timers/promises";
import { exitCodes } from "../failures/exit-code.ts";
import { failureOf } from "../failures/failure-of.ts";
import type { StudioClient } from "./studio-client.ts";
import type { ExperimentView } from "./views.ts";
import type { Watching } from "./watch-until-ended.ts";

/** Whether nothing more of an experiment comes by itself; where the studio measures, figures are waited for. */
export function experimentHasEnded({ status, cells, grid, measures }: ExperimentView): boolean {
  const isMeasured = !measures || grid.every(({ state, score }) => state !== "made" || score !== null);
  return status !== "running" && cells.underWay === 0 && isMeasured;
}

/**
 * Looks at an experiment once a second until its portraits are made, and measured where the studio measures: of many
 * portraits that come at once there are more news than one can read. A studio that restarts is waited for.
 *
 * @throws what a refused read throws, or one that has found no studio for too long; the signal's reason
 */
export async function watchExperiment(
  client: StudioClient,
  first: ExperimentView,
  { server, onChange, signal, readEveryMs = 1_000, giveUpAfterMs = 60_000 }: Watching<ExperimentView>,
): Promise<ExperimentView> {
  let experiment = first;
  let heardAtMs = performance.now();
  onChange(experiment);
  while (!experimentHasEnded(experiment)) {
    await pause(readEveryMs, undefined, { signal });
    try {
      experiment = await client.lab.get.query({ experimentId: first.id });
      heardAtMs = performance.now();
      onChange(experiment);
    } catch (error) {
      const passes = failureOf(error, server).exitCode === exitCodes.unavailable;
      if (!passes || performance.now() - heardAtMs > giveUpAfterMs) throw error;
    }
  }
  return experiment;
}
