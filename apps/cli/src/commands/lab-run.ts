import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { ownFailureError } from "../failures/own-failures.ts";
import { experimentLines } from "../lab/experiment-lines.ts";
import { findReady } from "../lab/find-ready.ts";
import { readDesign } from "../lab/read-design.ts";
import { verdictLines } from "../lab/verdict-lines.ts";
import { followExperiment } from "../progress/follow-experiment.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

interface LabRunOptions {
  readonly ready?: string;
  readonly budget?: number;
  readonly key?: string;
  readonly wait: boolean;
}

/** `selfsame lab run`: runs an experiment from a design, and says what it came to. */
export function addLabRun(lab: Command, run: Run): void {
  lab
    .command("run")
    .description("run an experiment, and wait for what it says")
    .argument("[design]", "a JSON file with the design; see selfsame lab ready --json")
    .option("--ready <name>", "a ready experiment instead of a file")
    .option("--budget <credits>", "the most it may cost (default: all of it)", wholeNumber({ minimum: 1 }))
    .option("--key <uuid>", "start again with the same key after an unclear answer: nothing is started twice")
    .option("--no-wait", "start it and return at once")
    .action((file: string | undefined, { ready, budget, key, wait }: LabRunOptions) =>
      run(async (invocation) => {
        if ((file === undefined) === (ready === undefined))
          throw ownFailureError("usage", {
            reason: "Name a file with a design, or a ready experiment.",
            help: "selfsame lab run --help",
            field: "design",
          });
        const { client } = await signedIn(invocation);
        const design = file === undefined ? await findReady(client, ready ?? "") : await readDesign(file);
        const { credits } = await client.lab.estimate.query({ design });
        const started = await client.lab.start.mutate({
          design,
          budgetCredits: budget ?? credits,
          idempotencyKey: key ?? randomUUID(),
        });
        if (!wait)
          return {
            document: { experiment: started, verdict: null },
            lines: [
              `Experiment ${started.id} has begun.`,
              `See how far it is: selfsame lab status ${started.id}.`,
            ],
          };
        const { experiment, failure } = await followExperiment(client, invocation, started);
        if (invocation.interrupted.aborted)
          return {
            document: { experiment, verdict: null },
            lines: experimentLines(experiment),
            ...(failure === null ? {} : { failure }),
          };
        const verdict = await client.lab.verdict.query({ experimentId: experiment.id });
        return {
          document: { experiment, verdict },
          lines: [...experimentLines(experiment), "", ...verdictLines(verdict)],
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
