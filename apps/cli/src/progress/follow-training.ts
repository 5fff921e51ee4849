import type { StudioClient } from "../client/studio-client.ts";
import type { TrainingView } from "../client/views.ts";
import { watchTraining } from "../client/watch-training.ts";
import type { Failure } from "../failures/failure.ts";
import { ownFailure } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";
import { stepOf } from "./step-of.ts";

/** A training as it was last seen, and what kept it from being ready. */
export interface FollowedTraining {
  readonly training: TrainingView;
  readonly failure: Failure | null;
}

/** Shows a training's progress until it ends or the person stops waiting. */
export async function followTraining(
  client: StudioClient,
  { server, progress, interrupted }: Pick<Invocation, "server" | "progress" | "interrupted">,
  first: TrainingView,
): Promise<FollowedTraining> {
  const line = progress.begin("Training");
  let training = first;
  const onChange = (now: TrainingView): void => {
    training = now;
    line.show(stepOf("training", now.progress));
  };
  try {
    await watchTraining(client, first, { server, onChange, signal: interrupted });
    line.end(training.status);
    return { training, failure: failureOfTraining(training) };
  } catch (error) {
    line.end("no longer watched");
    if (!interrupted.aborted) throw error;
    return {
      training,
      failure: ownFailure("interrupted", {
        kept: "Stopped waiting. The training goes on in the studio.",
        comeBack: "See how far it is with selfsame status, or wait for it with selfsame status --wait.",
      }),
    };
  }
}

function failureOfTraining({ status, error }: TrainingView): Failure | null {
  switch (status) {
    case "failed":
      return ownFailure("training_failed", { reason: error?.message ?? null });
    case "canceled":
      return ownFailure("training_canceled", {});
    default:
      return null;
  }
}
