import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { findShot } from "../client/find-shot.ts";
import { followShoot } from "../progress/follow-shoot.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { shootLines } from "./shoot-lines.ts";

/** `selfsame photoshoot retry`: takes a shot again, at the same price. */
export function addPhotoshootRetry(photoshoot: Command, run: Run): void {
  photoshoot
    .command("retry")
    .description("take a shot of a shoot again with another seed, and wait for it; it costs the same again")
    .argument("<shoot>", "its id")
    .argument("<shot>", "its number or id")
    .option("--key <uuid>", "ask again with the same key after an unclear answer: nothing is made twice")
    .option("--no-wait", "ask for it and return at once")
    .action((shootId: string, named: string, { key, wait }: { key?: string; wait: boolean }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const { id: shotId } = findShot(await client.photoshoot.get.query({ shootId }), named);
        const asked = await client.photoshoot.retake.mutate({ shotId, idempotencyKey: key ?? randomUUID() });
        if (!wait) return { document: { shoot: asked }, lines: shootLines(asked) };
        const { shoot, failure } = await followShoot(client, invocation, asked);
        return {
          document: { shoot },
          lines: shootLines(shoot),
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
