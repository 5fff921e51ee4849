import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readKeptSecrets } from "./read-kept-secrets.ts";
import type { Secrets } from "./secrets.ts";

/** The secrets kept in a folder; one is made on the first call, readable by its owner alone. */
export const keepSecrets = async (folder: string): Promise<Secrets> => {
  await mkdir(folder, { recursive: true });
  try {
    const made = randomBytes(32).toString("base64url");
    await writeFile(join(folder, "auth-secret"), made, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readKeptSecrets(folder);
};
