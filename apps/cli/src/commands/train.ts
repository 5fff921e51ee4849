import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import type { ModelView, TrainingView } from "../client/views.ts";
import type { CommandResult } from "../output/command-result.ts";
import { durationInWords } from "../output/duration-in-words.ts";
import { followTraining } from "../progress/follow-training.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame train`: starts a training on the selfies that are there, and waits until it ends. */
export function addTrain(program: Command, run: Run): void {
  program
    .command("train")
    .description("train the model of your face on your selfies, and wait until it is ready")
    .option(
      "--key <uuid>",
      "start again with the same key after an unclear answer: nothing is trained or paid twice",
    )
    .option("--no-wait", "start the training and return at once")
    .action(({ wait, key }: { wait: boolean; key?: string }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const started = await client.models.train.mutate({ idempotencyKey: key ?? randomUUID() });
        if (!wait)
          return {
            document: { training: started },
            lines: [
              `Training ${started.id} has begun, with ${started.selfieCount} selfies.`,
              "See how far it is: selfsame status. Wait for it: selfsame status --wait.",
            ],
          };
        const { training, failure } = await followTraining(client, invocation, started);
        if (failure !== null) return { document: { training }, lines: [], failure };
        return ready(training, await client.models.get.query());
      }),
    );
}

function ready(training: TrainingView, model: ModelView | null): CommandResult {
  const { startedAt, endedAt, selfieCount, simulated } = training;
  const tookMs = startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
  return {
    document: { training },
    lines: [
      `The model of your face is ready${model === null ? "" : `: ${model.name}`}.`,
      `${selfieCount} selfies${tookMs === null ? "" : `, ${durationInWords(tookMs)}`}${simulated ? ", simulated" : ""}.`,
      'Next: selfsame generate "reading by a window, late afternoon".',
    ],
  };
}
