import type { Command } from "commander";
import { estimateLines } from "../lab/estimate-lines.ts";
import { findReady } from "../lab/find-ready.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame lab ready`: designs that can be run as they are, and what one would cost. */
export function addLabReady(lab: Command, run: Run): void {
  lab
    .command("ready")
    .description("the experiments that can be run as they are; --json prints a design to change and run")
    .argument("[name]", "one of them", "mission")
    .action((name: string) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const design = await findReady(client, name);
        const estimate = await client.lab.estimate.query({ design });
        return {
          document: { design, estimate },
          lines: [
            design.title,
            ...design.arms.map(({ name: arm, presetId }, place) => `  arm ${place}  ${arm}  (${presetId})`),
            `  ${design.briefs.length} briefs, seeds ${design.seeds.join(", ")}`,
            ...estimateLines(estimate),
            "",
            `Run it: selfsame lab run --ready ${name} --budget ${estimate.credits}`,
          ],
        };
      }),
    );
}
