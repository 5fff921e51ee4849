import { randomUUID } from "node:crypto";
import { presets } from "@selfsame/flux-core";
import type { Command } from "commander";
import { followShoot } from "../progress/follow-shoot.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { shootLines } from "./shoot-lines.ts";
import { wholeNumber } from "./whole-number.ts";

interface ShootOptions {
  readonly shots?: string;
  readonly each: number;
  readonly preset?: string;
  readonly key?: string;
  readonly wait: boolean;
}

/** `selfsame photoshoot shoot`: has a collection, or some shots of it, photographed as one shoot. */
export function addPhotoshootShoot(photoshoot: Command, run: Run): void {
  photoshoot
    .command("shoot")
    .description("have a collection photographed as one shoot, and wait for it")
    .argument("<collection>", "as photoshoot collections shows it")
    .option("--shots <ids>", "only these shots, with commas between (default: all)")
    .option("--each <number>", "how many portraits of each shot", wholeNumber({ minimum: 1 }), 1)
    .option("--preset <id>", `a set of parameters: ${Object.keys(presets).join(", ")}`)
    .option(
      "--key <uuid>",
      "ask again with the same key after an unclear answer: nothing is made or paid twice",
    )
    .option("--no-wait", "ask for the shoot and return at once")
    .action((collectionId: string, options: ShootOptions) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const shotIds = options.shots?.split(",").map((id) => id.trim());
        const asked = await client.photoshoot.start.mutate({
          collectionId,
          shotIds,
          outputs: options.each,
          presetId: options.preset,
          idempotencyKey: options.key ?? randomUUID(),
        });
        if (!options.wait)
          return {
            document: { shoot: asked },
            lines: [
              `Shoot ${asked.id} has begun: ${asked.progress.asked} portraits.`,
              `See how far it is: selfsame photoshoot status ${asked.id}`,
            ],
          };
        const { shoot, failure } = await followShoot(client, invocation, asked);
        return {
          document: { shoot },
          lines: [
            ...shootLines(shoot),
            ...(shoot.progress.ready > 0
              ? [`Download them: selfsame photoshoot download ${shoot.id} <file>`]
              : []),
          ],
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
