import type { Command } from "commander";
import type { PromptPreview } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { addWishOptions, type WishOptions } from "./wish-options.ts";

/** `selfsame preview`: the prompt a brief becomes, clause by clause; nothing is sent to the provider. */
export function addPreview(program: Command, run: Run): void {
  const command = program
    .command("preview")
    .description("show the prompt a brief becomes, and why; nothing is made or paid")
    .argument("<brief>", "what the picture should show, in plain words");
  addWishOptions(command).action((brief: string, { expression, preset }: WishOptions) =>
    run(async (invocation) => {
      const { client } = await signedIn(invocation);
      const document = await client.generations.preview.query({ brief, expression, presetId: preset });
      return { document, lines: linesOf(document) };
    }),
  );
}

function linesOf({ prompt, clauses, notes, tokens, triggerCount }: PromptPreview): string[] {
  return [
    prompt,
    "",
    ...formatTable(
      ["clause", "from", "why"],
      clauses.map(({ text, origin, reason }, index) => [
        text,
        origin,
        reason === clauses[index - 1]?.reason ? "" : reason,
      ]),
    ),
    ...(notes.length === 0 ? [] : ["", ...notes.map(({ message }) => `Note: ${message}`)]),
    "",
    `About ${tokens.clip} CLIP tokens and ${tokens.t5} T5 tokens; the trigger word stands ${triggerCount} times.`,
  ];
}
