import { readFile } from "node:fs/promises";
import type { ExperimentDesign } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";

/**
 * Reads a design from a file: the design alone, or as `selfsame lab ready --json` prints it. What is in it, the studio
 * checks.
 *
 * @throws FailureError `path_unreadable`, `design_unreadable`
 */
export async function readDesign(file: string): Promise<ExperimentDesign> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw ownFailureError("path_unreadable", { path: file, reason: reasonOf(error) }, { cause: error });
  }
  try {
    const found: unknown = JSON.parse(text);
    const design = typeof found === "object" && found !== null && "design" in found ? found.design : found;
    // Safe: the studio refuses whatever is none, and names the part.
    return design as ExperimentDesign;
  } catch (error) {
    throw ownFailureError("design_unreadable", { path: file }, { cause: error });
  }
}
