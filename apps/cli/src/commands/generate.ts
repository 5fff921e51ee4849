import { randomUUID } from "node:crypto";
import { parameterBounds } from "@selfsame/flux-core";
import type { Command } from "commander";
import type { GenerationView } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { requireFolder } from "../files/require-folder.ts";
import { type SavedPortrait, savePortraits } from "../files/save-portraits.ts";
import { followGeneration } from "../progress/follow-generation.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";
import { addWishOptions, type WishOptions } from "./wish-options.ts";

interface GenerateOptions extends WishOptions {
  readonly outputs?: number;
  readonly seed?: number;
  readonly output?: string;
  readonly key?: string;
  readonly wait: boolean;
}

const { min: fewest, max: most } = parameterBounds.outputs;

/** `selfsame generate`: makes portraits from a brief, waits for them, and saves them if asked to. */
export function addGenerate(program: Command, run: Run): void {
  const command = program
    .command("generate")
    .description("make portraits from a brief, and wait for them")
    .argument("<brief>", "what the picture should show, in plain words");
  addWishOptions(command)
    .option("--outputs <number>", `how many portraits, ${fewest} to ${most}`, wholeNumber())
    .option(
      "--seed <number>",
      "repeat a picture: the same seed, brief and preset give the same",
      wholeNumber(),
    )
    .option("--output <folder>", "save the portraits there, as they are in the studio")
    .option(
      "--key <uuid>",
      "ask again with the same key after an unclear answer: nothing is made or paid twice",
    )
    .option("--no-wait", "ask for the portraits and return at once")
    .action((brief: string, options: GenerateOptions) =>
      run(async (invocation) => {
        const { outputs, seed, expression, preset: presetId, output: folder, wait } = options;
        const idempotencyKey = options.key ?? randomUUID();
        if (!wait && folder !== undefined)
          throw ownFailureError("usage", {
            reason: "There is nothing to save yet when --no-wait is given.",
            help: "selfsame generate --help",
            field: "output",
          });
        const { client, session } = await signedIn(invocation);
        if (folder !== undefined) await requireFolder(folder, "output");
        const asked = await client.generations.create.mutate({
          brief,
          outputs,
          seed,
          expression,
          presetId,
          idempotencyKey,
        });
        if (!wait)
          return {
            document: { generation: asked, saved: [] },
            lines: [
              `Generation ${asked.id} has begun.`,
              "See how far it is: selfsame status. Its portraits will be in selfsame gallery.",
            ],
          };
        const { generation, failure } = await followGeneration(client, invocation, asked);
        const saved =
          folder === undefined || invocation.interrupted.aborted
            ? []
            : await savePortraits(invocation, generation.portraits, {
                token: session.token,
                folder,
                field: "output",
              });
        return {
          document: { generation, saved },
          lines: linesOf(generation, saved),
          ...(failure === null ? {} : { failure }),
        };
      }),
    );
}

function linesOf({ portraits, seed, preset }: GenerationView, saved: readonly SavedPortrait[]): string[] {
  if (portraits.length === 0) return [];
  const files = new Map(saved.map(({ portraitId, file }) => [portraitId, file]));
  return [
    ...portraits.map(
      ({ id, width, height, simulated }) =>
        `${files.get(id) ?? id}  ${width} × ${height}${simulated ? "  simulated" : ""}`,
    ),
    `Seed ${seed}, preset ${preset.id} (version ${preset.version}).`,
    ...(saved.length === 0 ? ["They are in the gallery: selfsame gallery --download <folder>."] : []),
  ];
}
