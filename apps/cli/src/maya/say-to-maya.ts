import type { StudioClient } from "../client/studio-client.ts";
import type { TurnView } from "../client/views.ts";
import type { Failure } from "../failures/failure.ts";
import { ownFailure } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";

/** What Maya answered, and what kept the answer from being whole. */
export interface HeardAnswer {
  readonly turn: TurnView | null;
  readonly failure: Failure | null;
}

/** Says something in a conversation and listens until the answer is over; Ctrl-C stops her. */
export async function sayToMaya(
  client: StudioClient,
  { interrupted }: Pick<Invocation, "interrupted">,
  conversationId: string,
  text: string,
): Promise<HeardAnswer> {
  let turn: TurnView | null = null;
  try {
    for await (const event of await client.maya.say.mutate({ conversationId, text }))
      if (event.type === "ended") ({ turn } = event);
  } catch (error) {
    if (!interrupted.aborted) throw error;
    return {
      turn: null,
      failure: ownFailure("interrupted", {
        kept: "Stopped her. What came so far is kept in the studio.",
        comeBack: "See it with selfsame maya show.",
      }),
    };
  }
  return { turn, failure: turn === null ? null : failureOf(turn) };
}

function failureOf({ state, problem }: TurnView): Failure | null {
  if (problem === null || (state !== "refused" && state !== "failed" && state !== "cut-off")) return null;
  return ownFailure("answer_refused", { reason: problem.message, fix: problem.fix });
}
