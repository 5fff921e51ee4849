import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

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

/**
 * Takes a folder for this process; the returned function gives it back. A lock left by a process that is gone is
 * taken over.
 *
 * @throws DatabaseInUseError when a living process holds it
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = `${folder}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(readFileSync(file, "utf8"));
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new DatabaseInUseError(folder, holder);
    }
    if (holder === process.pid) throw new DatabaseInUseError(folder, holder);
    rmSync(file, { force: true });
  }
};
