import type { StudioClient } from "../client/studio-client.ts";
import type { GenerationView } from "../client/views.ts";
import { watchGeneration } from "../client/watch-generation.ts";
import type { Failure } from "../failures/failure.ts";
import { ownFailure } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";
import { stepOf } from "./step-of.ts";

/** A generation as it was last seen, and what kept it from being complete. */
export interface FollowedGeneration {
  readonly generation: GenerationView;
  readonly failure: Failure | null;
}

/** Shows a generation's progress until it ends or the person stops waiting. */
export async function followGeneration(
  client: StudioClient,
  { server, progress, interrupted }: Pick<Invocation, "server" | "progress" | "interrupted">,
  first: GenerationView,
): Promise<FollowedGeneration> {
  const line = progress.begin(first.outputs === 1 ? "Portrait" : `${first.outputs} portraits`);
  let generation = first;
  const onChange = (now: GenerationView): void => {
    generation = now;
    line.show(stepOf("generation", now.progress));
  };
  try {
    await watchGeneration(client, first, { server, onChange, signal: interrupted });
    line.end(generation.status);
    return { generation, failure: failureOfGeneration(generation) };
  } catch (error) {
    line.end("no longer watched");
    if (!interrupted.aborted) throw error;
    return {
      generation,
      failure: ownFailure("interrupted", {
        kept: "Stopped waiting. The generation goes on in the studio.",
        comeBack: "See how far it is with selfsame status; its portraits will be in selfsame gallery.",
      }),
    };
  }
}

function failureOfGeneration({ status, error, withheld, outputs }: GenerationView): Failure | null {
  switch (status) {
    case "failed":
    case "expired":
      return ownFailure("generation_failed", { reason: error?.message ?? null });
    case "canceled":
      return ownFailure("generation_canceled", {});
    default:
      return withheld > 0 ? ownFailure("portraits_withheld", { withheld, asked: outputs }) : null;
  }
}
