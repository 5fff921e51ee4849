import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainProblem } from "../plain-problem.mjs";

/**
 * Makes the folder in which everything is kept.
 *
 * @throws PlainProblem when it cannot be made or written to
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    // Whatever the reason, what helps is the same.
    throw new PlainProblem(
      `Selfsame keeps its data in ${folder}, which cannot be written to. Choose another folder: DATA_DIR=… npm start`,
    );
  }
}

/**
 * A secret of this installation: made once, kept in the data folder, readable by its owner alone.
 *
 * @param name the file it is kept in
 * @returns 64 hexadecimal digits
 */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8");
}

/**
 * Holds the data folder for this process, so that two studios never write into one. What a process left behind
 * that is gone is taken over.
 *
 * @returns gives the folder back
 * @throws PlainProblem when another studio holds it
 */
export function holdDataFolder(folder: string): () => void {
  const file = join(folder, "launcher.lock");
  const holder = Number(readIfThere(file));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new PlainProblem(
      `A studio already runs on ${folder} (process ${holder}). Stop it, or choose another folder: DATA_DIR=… npm start`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
