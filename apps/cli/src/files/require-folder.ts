import { access, constants, mkdir } from "node:fs/promises";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";

/**
 * Makes a folder to save in, or makes sure that it can be saved in; done before anything is asked of the studio.
 *
 * @throws FailureError `folder_unwritable` naming the option it was given by
 */
export async function requireFolder(path: string, field: "output" | "download"): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw ownFailureError("folder_unwritable", { path, reason: reasonOf(error), field }, { cause: error });
  }
}
