import { basename } from "node:path";
import type { StudioClient } from "../client/studio-client.ts";
import type { SelfieView } from "../client/views.ts";
import type { Failure } from "../failures/failure.ts";
import { failureOf } from "../failures/failure-of.ts";
import { ownFailure } from "../failures/own-failures.ts";
import { openCountedFile } from "../files/counted-file.ts";
import type { FoundFile } from "../files/find-pictures.ts";
import type { Invocation } from "../invocation.ts";

/** A file the studio did not take, and why. */
export interface RefusedFile {
  readonly file: string;
  readonly failure: Failure;
}

/** What became of every file. */
export interface UploadOutcome {
  readonly added: readonly { readonly file: string; readonly selfie: SelfieView }[];
  /** The studio has the very same photo: nothing to do, and no failure. */
  readonly alreadyThere: readonly RefusedFile[];
  readonly refused: readonly RefusedFile[];
  /** Not tried, because of `stoppedBy`. */
  readonly notSent: readonly string[];
  /** What concerned not one file but all that follow it; null when every file was tried. */
  readonly stoppedBy: Failure | null;
}

/**
 * Sends files one after the other. What is wrong with one file is noted and the next one is sent; what would be
 * wrong with every further one (no consent, no room, no studio, an interruption) ends it.
 */
export async function uploadSelfies(
  client: StudioClient,
  { server, progress, interrupted }: Pick<Invocation, "server" | "progress" | "interrupted">,
  files: readonly FoundFile[],
): Promise<UploadOutcome> {
  const added: { file: string; selfie: SelfieView }[] = [];
  const alreadyThere: RefusedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, { path, sizeBytes }] of files.entries()) {
    const line = progress.begin(basename(path));
    const showSent = (done: number): void =>
      line.show(
        done < sizeBytes
          ? { phase: "sending", done, total: sizeBytes }
          : { phase: "checking", done: null, total: null },
      );
    try {
      showSent(0);
      const form = new FormData();
      form.append("file", await openCountedFile(path, showSent));
      added.push({ file: path, selfie: await client.selfies.add.mutate(form) });
      line.end("added");
    } catch (thrown) {
      const failure = failureOf(thrown, server);
      line.end(failure.message);
      if (failure.code === "selfie_duplicate") alreadyThere.push({ file: path, failure });
      else if (isAboutTheFile(failure)) refused.push({ file: path, failure });
      else {
        const notSent = files.slice(index).map((file) => file.path);
        const stoppedBy = interrupted.aborted ? interruption(added.length) : failure;
        return { added, alreadyThere, refused, notSent, stoppedBy };
      }
    }
  }
  return { added, alreadyThere, refused, notSent: [], stoppedBy: null };
}

function isAboutTheFile({ code }: Failure): boolean {
  if (code === "selfie_limit_reached") return false;
  return code.startsWith("selfie_") || code === "path_unreadable";
}

function interruption(addedCount: number): Failure {
  return ownFailure("interrupted", {
    kept: `Interrupted. ${addedCount} added so far; they are kept.`,
    comeBack: "Run the same command again: what is there already is recognised.",
  });
}
