import { createServer, request } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { done, openTerminalOfPerson, writePhotos } from "./people.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

describe("somebody with five selfies", () => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminalOfPerson();
    await done(terminal.selfsame("selfies", "add", await writePhotos(terminal, 5)));
  });
  afterAll(() => terminal[Symbol.asyncDispose]());

  it("can start one training at a time, stop waiting without stopping it, and wait again", async () => {
    const { selfsame } = terminal;
    const training = { status: expect.stringMatching(/draft|uploading|submitted|running/), selfieCount: 5 };
    expect((await done(selfsame("train", "--no-wait", "--json"))).document()).toMatchObject({ training });

    const second = await selfsame("train", "--json");
    expect(second.error()).toEqual({
      code: "training_already_running",
      message: "A training is under way already.",
      fix: "Wait for it to end, or cancel it first.",
      field: null,
    });
    expect([second.exitCode, second.stdout]).toEqual([4, ""]);

    const early = await selfsame("generate", "by the sea", "--json");
    expect(early.error()).toMatchObject({ code: "model_not_ready" });
    expect(early.exitCode).toBe(4);

    const status = await done(selfsame("status", "--wait", "--json"));
    expect(status.document()).toMatchObject({ model: { ready: true }, underWay: { training: null } });

    const waiting = terminal.start(["train", "--json"]);
    await vi.waitFor(
      async () => {
        const { stdout } = await terminal.selfsame("status");
        expect(stdout).toMatch(/^Training /m);
      },
      { timeout: 60_000, interval: 100 },
    );
    waiting.process.kill("SIGINT");
    const stopped = await waiting.ended;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.error()).toMatchObject({
      code: "interrupted",
      message: "Stopped waiting. The training goes on in the studio.",
      fix: expect.stringContaining("selfsame status"),
    });
    expect(stopped.document()).toMatchObject({ training: { selfieCount: 5 } });

    const after = await done(selfsame("status", "--wait", "--json"));
    expect(after.document()).toMatchObject({
      model: {
        trainings: [
          { status: "ready", active: true },
          { status: "ready", active: false },
        ],
      },
    });
    const asked = await done(selfsame("generate", "by the sea", "--no-wait", "--json"));
    expect(asked.document()).toMatchObject({ generation: { brief: "by the sea" }, saved: [] });
    await done(selfsame("status", "--wait"));
    expect((await selfsame("gallery")).stdout).toContain("by the sea");
  });
});

it("watches by asking from time to time when the live feed does not get through", async () => {
  await using proxy = await startProxyWithoutFeed(inject("studio"));
  await using terminal = await openTerminalOfPerson(proxy.url);
  await done(terminal.selfsame("selfies", "add", await writePhotos(terminal, 5)));
  const trained = await terminal.selfsame("train", "--json");
  expect(trained.document()).toMatchObject({ training: { status: "ready" } });
  expect(proxy.feedsRefused()).toBeGreaterThan(0);
});

it("says that no studio answers, with exit code 5", async () => {
  await using terminal = await openTerminal("http://127.0.0.1:9");
  const ended = await terminal.selfsame("sign-in", "somebody@example.org", "--json");
  expect(ended.error()).toMatchObject({
    code: "server_unreachable",
    message: "No studio answers at http://127.0.0.1:9.",
  });
  expect(ended.exitCode).toBe(5);
});

/** A way to the studio that lets everything through but the live feed, as some proxies do. */
async function startProxyWithoutFeed(studio: string) {
  let refused = 0;
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith("/trpc/events.live") === true) {
      refused += 1;
      outgoing.writeHead(502).end();
      return;
    }
    const origin = incoming.headers.origin === undefined ? {} : { origin: studio };
    const onward = request(
      new URL(incoming.url ?? "/", studio),
      { method: incoming.method, headers: { ...incoming.headers, ...origin, host: new URL(studio).host } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has a port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    feedsRefused: () => refused,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
