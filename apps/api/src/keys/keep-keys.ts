import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StudioKey } from "./keyring.ts";
import { formatKey, parseKeys } from "./parse-keys.ts";

const keyBytes = 32;

/**
 * The studio's keys kept in a folder, newest first: one is made on the first call. The file is readable by its owner
 * alone; whoever rotates puts a new line in front.
 *
 * @throws Error when the file is not a list of keys
 */
export const keepKeys = async (folder: string): Promise<readonly StudioKey[]> => {
  await mkdir(folder, { recursive: true });
  try {
    const first = formatKey({ id: "first", bytes: randomBytes(keyBytes) });
    await writeFile(fileIn(folder), `${first}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return keptKeys(folder);
};

/** The studio's keys kept in a folder, newest first; none where there is no file. */
export const keptKeys = async (folder: string): Promise<readonly StudioKey[]> => {
  const text = await readFile(fileIn(folder), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return [];
  const parsed = parseKeys(lines.join(","));
  if (!parsed.ok) throw new Error(`${fileIn(folder)} is not a list of keys: ${parsed.why}`);
  return parsed.keys;
};

const fileIn = (folder: string): string => join(folder, "studio-keys");
