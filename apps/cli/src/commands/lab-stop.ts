import type { Command } from "commander";
import { experimentLines } from "../lab/experiment-lines.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame lab stop`: asks for nothing further of an experiment. */
export function addLabStop(lab: Command, run: Run): void {
  lab
    .command("stop")
    .description("ask for nothing further; what is under way is finished")
    .argument("<experiment>", "its id")
    .action((experimentId: string) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const experiment = await client.lab.stop.mutate({ experimentId });
        return { document: { experiment }, lines: experimentLines(experiment) };
      }),
    );
}
