import type { Command } from "commander";
import { experimentLines } from "../lab/experiment-lines.ts";
import { followExperiment } from "../progress/follow-experiment.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame lab status`: how far an experiment is. */
export function addLabStatus(lab: Command, run: Run): void {
  lab
    .command("status")
    .description("how far an experiment is")
    .argument("<experiment>", "its id, as selfsame lab list has it")
    .option("--wait", "wait until its portraits are made and measured")
    .action((experimentId: string, { wait }: { readonly wait?: true }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const seen = await client.lab.get.query({ experimentId });
        const { experiment, failure } =
          wait === true
            ? await followExperiment(client, invocation, seen)
            : { experiment: seen, failure: null };
        return {
          document: { experiment },
          lines: experimentLines(experiment),
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
