import type { Command } from "commander";
import { experimentLines } from "../lab/experiment-lines.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

/** `selfsame lab resume`: goes on with an experiment that stopped. */
export function addLabResume(lab: Command, run: Run): void {
  lab
    .command("resume")
    .description("go on with an experiment that stopped")
    .argument("<experiment>", "its id")
    .option("--budget <credits>", "the most it may cost in all from now on", wholeNumber({ minimum: 1 }))
    .action((experimentId: string, { budget }: { readonly budget?: number }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const experiment = await client.lab.resume.mutate({
          experimentId,
          ...(budget === undefined ? {} : { budgetCredits: budget }),
        });
        return { document: { experiment }, lines: experimentLines(experiment) };
      }),
    );
}
