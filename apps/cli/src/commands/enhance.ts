import { randomUUID } from "node:crypto";
import { enhancements, type Level } from "@selfsame/flux-core";
import { type Command, Option } from "commander";
import { followGeneration } from "../progress/follow-generation.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

interface EnhanceOptions {
  readonly level: Exclude<Level, "none">;
  readonly both?: true;
  readonly key?: string;
  readonly wait: boolean;
}

/** `selfsame enhance`: lays a realism layer over one's own model, beside the plain portrait. */
export function addEnhance(program: Command, run: Run): void {
  program
    .command("enhance")
    .description("make a portrait again on its seed with a realism layer over your own model")
    .argument("<portrait>", "its id, as gallery shows it")
    .addOption(
      new Option("--level <level>", "how strong the layer is")
        .choices(Object.keys(enhancements))
        .default("subtle"),
    )
    .option("--both", "make the plain one anew as well, for when it no longer compares")
    .option("--key <uuid>", "ask again with the same key after an unclear answer: nothing is made twice")
    .option("--no-wait", "ask for it and return at once")
    .action((portraitId: string, { level, both, key, wait }: EnhanceOptions) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const asked = await client.enhanced.enhance.mutate({
          portraitId,
          level,
          both: both === true,
          idempotencyKey: key ?? randomUUID(),
        });
        const learned = `What was learned of ${level}: ${enhancements[level].note}`;
        if (!wait)
          return {
            document: { pair: asked },
            lines: [`Pair ${asked.id} has begun.`, learned],
          };
        const plain = await followGeneration(client, invocation, asked.plain);
        const enhanced = await followGeneration(client, invocation, asked.enhanced);
        const pair = { ...asked, plain: plain.generation, enhanced: enhanced.generation };
        const failure = plain.failure ?? enhanced.failure;
        return {
          document: { pair },
          lines: [
            ...pair.plain.portraits.map(({ id }) => `plain     ${id}`),
            ...pair.enhanced.portraits.map(({ id }) => `${level.padEnd(8)}  ${id}`),
            `Seed ${pair.enhanced.seed} for both. ${learned}`,
          ],
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}
