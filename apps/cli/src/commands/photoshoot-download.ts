import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { fetchShoot } from "../client/fetch-shoot.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import { writeWhole } from "../files/write-whole.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** Portraits are for their owner alone. */
const ownersAlone = 0o600;

/** `selfsame photoshoot download`: saves all portraits of a shoot as one zip. */
export function addPhotoshootDownload(photoshoot: Command, run: Run): void {
  photoshoot
    .command("download")
    .description("save all portraits of a shoot as one zip, with their recipes and a contact sheet")
    .argument("<shoot>", "its id")
    .argument("[file]", "where to (default: shoot-<id>.zip)")
    .action((shootId: string, given: string | undefined) =>
      run(async (invocation) => {
        const { server, interrupted, progress } = invocation;
        const { session } = await signedIn(invocation);
        const file = given ?? `shoot-${shootId}.zip`;
        const line = progress.begin("Downloading");
        let outcome = "not saved";
        try {
          const archive = await fetchShoot({ server, token: session.token, shootId, signal: interrupted });
          await writeWhole(file, archive, { mode: ownersAlone }).catch((error: unknown) => {
            if (interrupted.aborted) throw error;
            throw ownFailureError("export_broken", { reason: reasonOf(error) }, { cause: error });
          });
          outcome = "saved";
        } finally {
          line.end(outcome);
        }
        const { size: sizeBytes } = await stat(file);
        return { document: { file, sizeBytes }, lines: [`The shoot is in ${file}.`] };
      }),
    );
}
