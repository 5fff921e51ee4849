import type { Command } from "commander";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame selfies add-drawn`: twelve drawn selfies, for trying the studio without photos. */
export function addSelfiesAddDrawn(selfies: Command, run: Run): void {
  selfies
    .command("add-drawn")
    .description("add twelve drawn selfies of a made-up person, marked as drawn")
    .action(() =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const line = invocation.progress.begin("Drawn selfies");
        line.show({ phase: "drawing", done: null, total: null });
        try {
          const document = await client.selfies.addDrawn.mutate();
          line.end("added");
          const { length } = document.selfies;
          return {
            document,
            lines: [`The drawn set is there: ${length} selfies now.`, "Next: selfsame train."],
          };
        } catch (error) {
          line.end("not added");
          throw error;
        }
      }),
    );
}
