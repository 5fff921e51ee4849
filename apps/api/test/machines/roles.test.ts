import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authSecret } from "../create-test-studio.ts";
import { liveFeed } from "../live-feed.ts";
import { type Ground, layGround } from "../processes/start-processes.ts";
import { ProcessNotStarted, startProcess } from "../processes/start-process.ts";
import { signUpWithConsent } from "../sign-up.ts";

const cutSoonMs = 3_000;

describe("a process of its own role", () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await layGround();
  });
  afterAll(() => ground[Symbol.asyncDispose]());

  test.each(["api", "worker"])("as %s on the embedded database is refused in one line", async (role) => {
    const folder = await mkdtemp(join(tmpdir(), "selfsame-role-"));
    const starting = startProcess({
      ROLE: role,
      DATA_DIR: folder,
      AUTH_SECRET: authSecret,
      REPLICATE_API_TOKEN: "r8_x",
    });
    const refusal = await starting.then(
      () => undefined,
      (error: unknown) => error,
    );
    await rm(folder, { recursive: true, force: true });
    expect(refusal).toBeInstanceOf(ProcessNotStarted);
    const { said, end } = refusal as ProcessNotStarted;
    expect(end.code).toBe(1);
    expect(said.split("\n")).toHaveLength(1);
    expect(said).toMatch(new RegExp(`ROLE: ${role} needs PostgreSQL.*DATABASE_URL`));
  });

  test("as worker answers about its health and nothing else", async () => {
    await using worker = await ground.start("worker");
    expect(await (await fetch(`${worker.url}/healthz`)).json()).toEqual({ status: "ok" });
    const ready = await fetch(`${worker.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: "ready",
      parts: { database: { ok: true }, storage: { ok: true }, provider: { ok: true } },
    });
    for (const path of ["/", "/trpc/studio.get", "/api/auth/get-session", "/images/portraits/x/original"])
      expect((await fetch(`${worker.url}${path}`)).status).toBe(404);
  });

  test("asked to stop while a page watches cuts the feed at once and ends in order", async () => {
    await using api = await ground.start("api");
    const person = await signUpWithConsent(api.url);
    const reading = new AbortController();
    const feed = liveFeed(
      api.url,
      { authorization: `Bearer ${person.token}` },
      { after: null, signal: reading.signal },
    );
    await feed.next();
    const names: string[] = [];
    const reads = (async () => {
      for await (const { name } of feed) names.push(name);
    })().then(
      () => undefined,
      (error: unknown) => error,
    );
    const from = performance.now();
    const end = await api.kill("SIGTERM");
    // Cut, not ended: a reader that is told `return` would not come back.
    expect(await reads).toBeInstanceOf(TypeError);
    expect(end).toEqual({ code: 0, signal: null });
    expect(performance.now() - from).toBeLessThan(cutSoonMs);
    expect(names).not.toContain("return");
  });
});
