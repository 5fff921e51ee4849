import { readFile } from "node:fs/promises";
import { join } from "node:path";

const folder = process.env.LIKENESS_FACES_DIR ?? "";

/** Whether there are photographs; where not, tests are skipped and say `whyNot` in their title. */
export const havePhotographs = folder !== "";
export const whyNot = havePhotographs ? "" : " (not tried: LIKENESS_FACES_DIR names no folder)";

/** One of the photographs, as it lies in the folder. */
export function photograph(name: string): Promise<Buffer> {
  return readFile(join(folder, name));
}
