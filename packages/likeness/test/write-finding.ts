import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../.report/", import.meta.url));

/** Keeps what tests measured where `npm test` finds it, to print it at its end. */
export async function writeFinding(name: string, lines: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}${name}.txt`, `${lines.join("\n")}\n`);
}
