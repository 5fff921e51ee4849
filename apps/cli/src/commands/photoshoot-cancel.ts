import type { Command } from "commander";
import { findShot } from "../client/find-shot.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { shootLines } from "./shoot-lines.ts";

/** `selfsame photoshoot cancel`: cancels what has not ended of a shoot, or one shot of it. */
export function addPhotoshootCancel(photoshoot: Command, run: Run): void {
  photoshoot
    .command("cancel")
    .description("cancel what has not ended of a shoot, or one shot of it; what is there stays")
    .argument("<shoot>", "its id")
    .option("--shot <shot>", "only this one, by its number or id")
    .action((shootId: string, { shot: named }: { shot?: string }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const shotId =
          named === undefined
            ? undefined
            : findShot(await client.photoshoot.get.query({ shootId }), named).id;
        const shoot = await client.photoshoot.cancel.mutate({ shootId, shotId });
        return { document: { shoot }, lines: shootLines(shoot) };
      }),
    );
}
