import { type Command, Option } from "commander";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import { writeWhole } from "../files/write-whole.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

interface LabExportOptions {
  readonly format: "json" | "csv" | "html";
  readonly output?: string;
}

/** `selfsame lab export`: an experiment as a file. */
export function addLabExport(lab: Command, run: Run): void {
  lab
    .command("export")
    .description("save an experiment as a report with its pictures, as figures, or whole")
    .argument("<experiment>", "its id")
    .addOption(
      new Option("--format <format>", "what is written").choices(["html", "csv", "json"]).default("html"),
    )
    .option("--output <file>", "where it is written (default: experiment-<id>.<format>)")
    .action((experimentId: string, { format, output }: LabExportOptions) =>
      run(async (invocation) => {
        const { client, session } = await signedIn(invocation);
        // Names what is wrong with the id, which a file's address cannot.
        const { title } = await client.lab.get.query({ experimentId });
        const answer = await fetch(`${invocation.server}/export/experiments/${experimentId}/${format}`, {
          headers: { Authorization: `Bearer ${session.token}` },
          signal: invocation.interrupted,
        });
        if (!answer.ok) throw ownFailureError("export_unavailable", { status: answer.status });
        const bytes = await answer.bytes();
        const file = output ?? `experiment-${experimentId}.${format}`;
        try {
          await writeWhole(file, bytes);
        } catch (error) {
          throw ownFailureError(
            "folder_unwritable",
            { path: file, reason: reasonOf(error), field: "output" },
            { cause: error },
          );
        }
        return {
          document: { file, format, sizeBytes: bytes.byteLength },
          lines: [`${title}: ${file}, ${bytes.byteLength} bytes.`],
        };
      }),
    );
}
