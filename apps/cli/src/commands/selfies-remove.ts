import type { Command } from "commander";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame selfies remove`: removes photos; the first that cannot be removed ends it. */
export function addSelfiesRemove(selfies: Command, run: Run): void {
  selfies
    .command("remove")
    .description("remove selfies by their ids")
    .argument("<ids...>", "as selfies list shows them")
    .action((ids: string[]) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const removed: string[] = [];
        for (const selfieId of ids) {
          await client.selfies.remove.mutate({ selfieId });
          removed.push(selfieId);
        }
        return { document: { removed }, lines: removed.map((id) => `Removed ${id}.`) };
      }),
    );
}
