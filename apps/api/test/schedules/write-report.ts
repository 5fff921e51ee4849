import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../.report/", import.meta.url));

/** Prints something measured by the tests, and keeps it where `npm test` finds it to print it at its end. */
export async function writeReport(name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}${name}.txt`, `${text}\n`);
  process.stdout.write(`${text}\n`);
}
