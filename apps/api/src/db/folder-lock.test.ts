import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DatabaseInUseError, lockFolder } from "./folder-lock.ts";

describe("lockFolder", () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "selfsame-lock-"));
    folder = join(parent, "data", "database");
  });
  afterEach(() => rm(parent, { recursive: true }));

  test("takes a folder, and gives it back", () => {
    const unlock = lockFolder(folder);
    unlock();
    expect(existsSync(`${folder}.lock`)).toBe(false);
    lockFolder(folder)();
  });

  test("refuses the second one in the same process in one line that names the way out", () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(DatabaseInUseError);
    expect(() => lockFolder(folder)).toThrow(/^[^\n]*DATABASE_URL[^\n]*$/);
    unlock();
  });

  test("refuses a folder that another living process holds, and leaves its lock alone", async () => {
    const holder = spawn(process.execPath, ["--eval", "process.stdin.resume()"], {
      stdio: ["pipe", "ignore", "ignore"],
    });
    try {
      lockFolder(folder)();
      const number = String(holder.pid);
      await writeFile(`${folder}.lock`, number);
      expect(() => lockFolder(folder)).toThrow(`process ${number}`);
      expect(await readFile(`${folder}.lock`, "utf8")).toBe(number);
    } finally {
      holder.stdin.end();
      await once(holder, "exit");
    }
  });

  test.each([
    ["of a process that is gone", "999999999"],
    ["of an earlier process with this one's number, as in a container", String(process.pid)],
    ["that was cut off before its number was written", ""],
    ["with nonsense inside", "no number"],
  ])("takes over a lock %s", async (_whose, inside) => {
    lockFolder(folder)();
    await writeFile(`${folder}.lock`, inside);
    const unlock = lockFolder(folder);
    expect(await readFile(`${folder}.lock`, "utf8")).toBe(String(process.pid));
    unlock();
  });
});
