import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FailureError } from "../failures/failure.ts";
import { openSessionStore } from "./session-store.ts";

const session = { email: "a@example.org", token: "t.s", signedInAt: "2026-05-04T10:00:00.000Z" };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "selfsame-sessions-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return "none";
}

describe("openSessionStore", () => {
  it("keeps one session for each studio, for whoever opens it next", async () => {
    const other = { ...session, email: "b@example.org" };
    const inside = join(folder, "not", "there", "yet");
    await openSessionStore(inside).keep("http://one", session);
    await openSessionStore(inside).keep("http://two", other);
    const store = openSessionStore(inside);
    expect(await store.find("http://one")).toEqual(session);
    expect(await store.find("http://two")).toEqual(other);
    await store.forget("http://one");
    expect(await store.find("http://one")).toBeNull();
    expect(await store.find("http://two")).toEqual(other);
  });

  it("lets nobody but the owner read the file, also one that was open to others before", async () => {
    const store = openSessionStore(folder);
    await writeFile(store.file, '{"formatVersion":1,"sessions":{}}', { mode: 0o644 });
    await store.keep("http://one", session);
    expect((await stat(store.file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["sessions.json"]);
  });

  it.each(["", "{}", '{"formatVersion":2,"sessions":{}}', "not json"])(
    "says so when the file holds %j, and does not overwrite it",
    async (content) => {
      const store = openSessionStore(folder);
      await writeFile(store.file, content);
      expect(await codeOf(store.find("http://one"))).toBe("sessions_unreadable");
      expect(await codeOf(store.keep("http://one", session))).toBe("sessions_unreadable");
    },
  );

  it("says so when it cannot write", async () => {
    // Not even root can make a folder where a link leads nowhere.
    await symlink(join(folder, "gone", "deeper"), join(folder, "link"));
    const store = openSessionStore(join(folder, "link"));
    expect(await codeOf(store.keep("http://one", session))).toBe("sessions_unwritable");
  });

  it("says so when something else is in the way", async () => {
    const store = openSessionStore(join(folder, "a-file", "inside"));
    await writeFile(join(folder, "a-file"), "");
    expect(await codeOf(store.find("http://one"))).toBe("sessions_unreadable");
    await mkdir(join(folder, "taken", "sessions.json"), { recursive: true });
    expect(await codeOf(openSessionStore(join(folder, "taken")).find("http://one"))).toBe(
      "sessions_unreadable",
    );
  });

  it("forgets what it does not know without making a file", async () => {
    await openSessionStore(join(folder, "new")).forget("http://one");
    expect(await readdir(folder)).toEqual([]);
  });
});
