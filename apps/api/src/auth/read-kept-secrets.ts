import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Secrets } from "./secrets.ts";

/** The secrets that a folder keeps, one a line, newest first; whatever the system said when they cannot be read. */
export const readKeptSecrets = async (folder: string): Promise<Secrets> => {
  const text = await readFile(join(folder, "auth-secret"), "utf8");
  const [newest, ...older] = text.split(/\s+/u).filter((line) => line !== "");
  if (newest === undefined) throw new Error(`The file auth-secret in ${folder} is empty`);
  return [newest, ...older];
};
