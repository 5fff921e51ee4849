import type { Command } from "commander";
import { findPictures } from "../files/find-pictures.ts";
import { type Failure, type FailureDocument, toFailureDocument } from "../failures/failure.ts";
import { ownFailure } from "../failures/own-failures.ts";
import type { CommandResult } from "../output/command-result.ts";
import { type RefusedFile, type UploadOutcome, uploadSelfies } from "../selfies/upload-selfies.ts";
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
  const { added, alreadyThere, refused, notSent } = outcome;
  const failure = failureOfUpload(outcome);
  const counts = [
    [added.length, "added"],
    [alreadyThere.length, "there already"],
    [refused.length, "refused"],
    [notSent.length, "not sent"],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return {
    document: {
      added,
      alreadyThere: alreadyThere.map(toRefusalDocument),
      refused: refused.map(toRefusalDocument),
      notSent,
    },
    lines: [
      ...alreadyThere.map(({ file, failure: { message } }) => `${file}: ${message}`),
      ...(refused[0]?.failure === failure
        ? []
        : refused.flatMap(({ file, failure: { message, fix } }) => [`${file}: ${message}`, `  ${fix}`])),
      `${told.join(", ")}.`,
    ],
    ...(failure === null ? {} : { failure }),
  };
}

/** One refused file speaks for itself; of several the first one's exit code counts. */
function failureOfUpload({ added, alreadyThere, refused, stoppedBy }: UploadOutcome): Failure | null {
  const [first] = refused;
  if (stoppedBy !== null || first === undefined) return stoppedBy;
  const of = added.length + alreadyThere.length + refused.length;
  if (of === 1) return first.failure;
  return ownFailure("selfies_refused", { refused: refused.length, of, exitCode: first.failure.exitCode });
}

function toRefusalDocument({ file, failure }: RefusedFile): { file: string; error: FailureDocument } {
  return { file, error: toFailureDocument(failure) };
}
