import { setTimeout as pause } from "node:timers/promises";
import { exitCodes } from "../failures/exit-code.ts";
import { failureOf } from "../failures/failure-of.ts";
import type { StudioClient } from "./studio-client.ts";
import type { ExperimentView } from "./views.ts";
import type { Watching } from "./watch-until-ended.ts";

/** A studio that measures nothing says so by silence: figures that do not come are not waited for any longer. */
const figuresWithinMs = 30_000;

const isMade = ({ status, cells }: ExperimentView): boolean => status !== "running" && cells.underWay === 0;

const countMeasured = ({ grid }: ExperimentView): number => grid.filter(({ score }) => score !== null).length;

/**
 * Looks at an experiment once a second until its portraits are made, and measured where the studio measures: of many portraits that come at once
 * there are more news than one can read. A studio that restarts is waited for.
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
  let changedAtMs = heardAtMs;
  const isWaitedFor = (): boolean =>
    !isMade(experiment) ||
    (countMeasured(experiment) < experiment.cells.made && performance.now() - changedAtMs < figuresWithinMs);
  onChange(experiment);
  while (isWaitedFor()) {
    await pause(readEveryMs, undefined, { signal });
    try {
      const before = experiment;
      experiment = await client.lab.get.query({ experimentId: first.id });
      heardAtMs = performance.now();
      if (!isMade(before) || countMeasured(experiment) > countMeasured(before)) changedAtMs = heardAtMs;
      onChange(experiment);
    } catch (error) {
      const passes = failureOf(error, server).exitCode === exitCodes.unavailable;
      if (!passes || performance.now() - heardAtMs > giveUpAfterMs) throw error;
    }
  }
  return experiment;
}
