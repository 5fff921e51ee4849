import { once } from "node:events";
import { connect } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { authSecret } from "../create-test-studio.ts";
import { liveFeed } from "../live-feed.ts";
import { type Ground, layGround } from "../processes/start-processes.ts";
import { ProcessNotStarted, startProcess } from "../processes/start-process.ts";
import { patience } from "../ready-subject.ts";
import { signUpWithConsent } from "../sign-up.ts";

const cutSoonMs = 3_000;

describe("a process of its own role", () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await layGround();
  });
  afterAll(() => ground[Symbol.asyncDispose]());

  test("on the embedded database is refused in one line", async () => {
    const folder = await mkdtemp(join(tmpdir(), "selfsame-role-"));
    const starting = startProcess({
      ROLE: "worker",
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
    expect(said).toMatch(/ROLE: worker needs PostgreSQL.*DATABASE_URL/);
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

  test("that has ten minutes to stop finishes a request at hand, and a second signal ends it at once", async () => {
    await using api = await ground.start("api", { DRAIN_SECONDS: "600" });
    const { hostname, port } = new URL(api.url);
    const slow = connect({ host: hostname, port: Number(port) });
    await once(slow, "connect");
    slow.on("error", () => undefined);
    slow.write(`POST /api/auth/sign-in/email HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{`);
    await vi.waitFor(async () => expect((await fetch(`${api.url}/healthz`)).status).toBe(200), patience);
    api.signal("SIGTERM");
    await vi.waitFor(() => expect(fetch(`${api.url}/healthz`)).rejects.toThrow("fetch failed"), patience);
    expect(await api.kill("SIGTERM")).toEqual({ code: 1, signal: null });
    slow.destroy();
  });
});
