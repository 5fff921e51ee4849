import { type Failure, toFailureDocument } from "../failures/failure.ts";
import type { CommandResult } from "./command-result.ts";
import { plainText } from "./plain-text.ts";

/** Where things are printed. */
export interface Printer {
  readonly stdout: Pick<NodeJS.WritableStream, "write">;
  readonly stderr: Pick<NodeJS.WritableStream, "write">;
  readonly json: boolean;
}

/** Prints a result: with `--json` one document, else lines. */
export function printResult({ stdout, json }: Printer, { document, lines }: CommandResult): void {
  if (json) stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  else if (lines.length > 0) stdout.write(`${plainText(lines.join("\n"))}\n`);
}

/** Prints a failure, to stderr: with `--json` as `{ error }`, else what happened and what to do. */
export function printFailure({ stderr, json }: Printer, failure: Failure): void {
  if (json) stderr.write(`${JSON.stringify({ error: toFailureDocument(failure) })}\n`);
  else stderr.write(`${plainText(`${failure.message}\n${failure.fix}`)}\n`);
}
