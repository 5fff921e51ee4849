import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { fetchExport } from "../client/fetch-export.ts";
import { writeWhole } from "../files/write-whole.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** Photos and faces are for their owner alone. */
const ownersAlone = 0o600;

/** `selfsame export`: everything the studio keeps of its owner, as one zip. */
export function addExport(program: Command, run: Run): void {
  program
    .command("export")
    .description("save everything the studio keeps of you as one zip, readable without it")
    .argument("[file]", "where to (default: selfsame-<day>.zip)")
    .action((given: string | undefined) =>
      run(async (invocation) => {
        const { server, interrupted, now, progress } = invocation;
        const { client, session } = await signedIn(invocation);
        const file = given ?? `selfsame-${now().toISOString().slice(0, 10)}.zip`;
        const line = progress.begin("Exporting");
        let outcome = "not saved";
        try {
          const archive = await fetchExport({ client, server, token: session.token, signal: interrupted });
          await writeWhole(file, archive, { mode: ownersAlone }).catch((error: unknown) => {
            if (interrupted.aborted) throw error;
            throw ownFailureError("export_broken", { reason: reasonOf(error) }, { cause: error });
          });
          outcome = "saved";
        } finally {
          line.end(outcome);
        }
        const { size: sizeBytes } = await stat(file);
        return {
          document: { file, sizeBytes },
          lines: [`Everything of yours is in ${file}. Begin with index.html inside it.`],
        };
      }),
    );
}
