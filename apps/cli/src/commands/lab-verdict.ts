import type { Command } from "commander";
import { verdictLines } from "../lab/verdict-lines.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame lab verdict`: what an experiment says. */
export function addLabVerdict(lab: Command, run: Run): void {
  lab
    .command("verdict")
    .description("what an experiment says, with its figures")
    .argument("<experiment>", "its id")
    .action((experimentId: string) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const verdict = await client.lab.verdict.query({ experimentId });
        return { document: { verdict }, lines: verdictLines(verdict) };
      }),
    );
}
