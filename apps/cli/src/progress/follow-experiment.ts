import type { StudioClient } from "../client/studio-client.ts";
import type { ExperimentView } from "../client/views.ts";
import { watchExperiment } from "../client/watch-experiment.ts";
import type { Failure } from "../failures/failure.ts";
import { ownFailure } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";

/** An experiment as it was last seen, and what kept it from being complete. */
export interface FollowedExperiment {
  readonly experiment: ExperimentView;
  readonly failure: Failure | null;
}

/** Shows an experiment's progress until its portraits are made and measured, or the person stops waiting. */
export async function followExperiment(
  client: StudioClient,
  { server, progress, interrupted }: Pick<Invocation, "server" | "progress" | "interrupted">,
  first: ExperimentView,
): Promise<FollowedExperiment> {
  const line = progress.begin(first.title);
  let experiment = first;
  const onChange = (now: ExperimentView): void => {
    experiment = now;
    const { made, total, underWay } = now.cells;
    const isMaking = now.status === "running" || underWay > 0;
    const measured = now.grid.filter(({ score }) => score !== null).length;
    line.show(
      isMaking ? { phase: "making", done: made, total } : { phase: "measuring", done: measured, total: made },
    );
  };
  try {
    await watchExperiment(client, first, { server, onChange, signal: interrupted });
    line.end(experiment.status);
    const failure =
      experiment.stop === null ? null : ownFailure("experiment_stopped", { reason: experiment.stop.message });
    return { experiment, failure };
  } catch (error) {
    line.end("no longer watched");
    if (!interrupted.aborted) throw error;
    return {
      experiment,
      failure: ownFailure("interrupted", {
        kept: "Stopped waiting. The experiment goes on in the studio.",
        comeBack: `See how far it is: selfsame lab status ${experiment.id}.`,
      }),
    };
  }
}
