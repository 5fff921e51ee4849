import type { Command } from "commander";
import { findPictures } from "../files/find-pictures.ts";
import type { CommandResult } from "../output/command-result.ts";
import { type UploadOutcome, uploadSelfies } from "../selfies/upload-selfies.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame selfies add`: sends photos one by one; a refused one does not stop the others. */
export function addSelfiesAdd(selfies: Command, run: Run): void {
  selfies
    .command("add")
    .description("upload photos: single files, or every picture in a folder")
    .argument("<paths...>", "files and folders")
    .action((paths: string[]) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const files = await findPictures(paths);
        return resultOf(await uploadSelfies(client, invocation, files));
      }),
    );
}

function resultOf(outcome: UploadOutcome): CommandResult {
  const { added, alreadyThere, refused, notSent, stoppedBy } = outcome;
  const failure = stoppedBy ?? refused[0]?.error;
  const lines = [
    `${added.length} added, ${alreadyThere.length} there already, ${refused.length} refused, ${notSent.length} not sent.`,
    ...refused.flatMap(({ file, error }) => [`${file}: ${error.message}`, `  ${error.fix}`]),
    ...alreadyThere.map(({ file, error }) => `${file}: ${error.message}`),
    ...notSent.map((file) => `${file}: not sent.`),
  ];
  return {
    document: { added, alreadyThere, refused, notSent },
    lines,
    ...(failure === undefined ? {} : { failure }),
  };
}
