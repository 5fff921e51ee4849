import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Thrown when another running process holds the embedded database. */
export class DatabaseInUseError extends Error {
  override readonly name = "DatabaseInUseError";
  constructor(folder: string, processId: number) {
    super(
      `The database in ${folder} is in use by process ${processId}: the embedded database serves one process only. ` +
        `Stop that one, or set DATABASE_URL to use PostgreSQL.`,
    );
  }
}

/** What this process holds: a lock with its number that is not in here is an earlier process's, as in a container. */
const held = new Set<string>();

/**
 * Takes a folder for this process; the returned function gives it back. A lock left by a process that is gone is
 * taken over.
 *
 * @throws DatabaseInUseError when a living process holds it
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = resolve(`${folder}.lock`);
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    const isHeld = holder === process.pid ? held.has(file) : holder > 0 && isAlive(holder);
    if (isHeld) throw new DatabaseInUseError(folder, holder);
    rmSync(file, { force: true });
  }
};

/** The number in a lock; 0 where there is none, or the lock was given back meanwhile. */
const holderOf = (file: string): number => {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    return Number.isInteger(holder) ? holder : 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
};
