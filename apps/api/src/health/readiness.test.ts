import { beforeEach, describe, expect, test } from "vitest";
import { createReadiness, type ReadinessPart } from "./readiness.ts";

const holdsMs = 1_000;

describe("the readiness of a process", () => {
  let nowMs: number;
  let asked: ReadinessPart[];
  let failing: Set<ReadinessPart>;
  let changes: string[];
  beforeEach(() => {
    nowMs = Date.UTC(2026, 0, 1);
    asked = [];
    failing = new Set();
    changes = [];
  });

  const open = () => {
    const check = (part: ReadinessPart) => ({
      holdsMs,
      ask: async () => {
        asked.push(part);
        if (failing.has(part)) throw new Error(`${part} is gone`);
      },
    });
    return createReadiness(
      { database: check("database"), storage: check("storage"), provider: check("provider") },
      { now: () => new Date(nowMs) },
      (part, failure) => changes.push(failure instanceof Error ? failure.message : `${part} works`),
    );
  };

  test("is given when everything answers, and says when it asked", async () => {
    const checkedAt = "2026-01-01T00:00:00.000Z";
    const works = { ok: true, checkedAt };
    expect(await open().look()).toEqual({
      status: "ready",
      parts: { database: works, storage: works, provider: works },
    });
  });

  test.each(["database", "storage"] as const)(
    "is taken back while %s fails, and comes again",
    async (part) => {
      const readiness = open();
      failing.add(part);
      expect(await readiness.look()).toMatchObject({ status: "unready", parts: { [part]: { ok: false } } });
      failing.clear();
      nowMs += holdsMs;
      expect(await readiness.look()).toMatchObject({ status: "ready", parts: { [part]: { ok: true } } });
      expect(changes).toEqual([`${part} is gone`, `${part} works`]);
    },
  );

  test("outlasts the provider's absence, and says so", async () => {
    failing.add("provider");
    expect(await open().look()).toMatchObject({ status: "ready", parts: { provider: { ok: false } } });
  });

  test("costs one question a part however often it is asked for, and tells of a failure once", async () => {
    const readiness = open();
    failing.add("storage");
    await Promise.all(Array.from({ length: 100 }, () => readiness.look()));
    nowMs += holdsMs - 1;
    await readiness.look();
    expect(asked.toSorted()).toEqual(["database", "provider", "storage"]);
    nowMs += 1;
    await readiness.look();
    expect(asked).toHaveLength(6);
    expect(changes).toEqual(["storage is gone"]);
  });

  test("ends when the process is told to stop", async () => {
    const readiness = open();
    readiness.stop();
    expect((await readiness.look()).status).toBe("stopping");
  });
});
