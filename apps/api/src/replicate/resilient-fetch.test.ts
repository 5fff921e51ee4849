import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { type ManualTime, manualTime } from "../../test/replicate/manual-time.ts";
import { type Script, sendJson, startScriptedServer } from "../../test/replicate/scripted-server.ts";
import { type ExchangeFailure, FailedExchange } from "./exchange-failure.ts";
import { createResilientFetch, exchangeLimits } from "./resilient-fetch.ts";

const fetchFor = (origin: string, time: ManualTime, limits = exchangeLimits, notAfter?: Date) =>
  createResilientFetch({
    baseUrl: new URL(`${origin}/v1/`),
    fetch: globalThis.fetch,
    clock: time.clock,
    timers: time.timers,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
    limits,
    ...(notAfter === undefined ? {} : { notAfter }),
  });

const failureOf = (response: Response): ExchangeFailure => {
  if (response instanceof FailedExchange) return response.failure;
  throw new Error(`expected a failure, got status ${response.status}`);
};

const inOrder =
  (...scripts: readonly Script[]): Script =>
  (exchange) => {
    const script = scripts[Math.min(exchange.number, scripts.length - 1)];
    if (script === undefined) throw new Error("no script");
    return script(exchange);
  };

const ok: Script = ({ response }) => sendJson(response, 200, { fine: true });
const htmlError: Script = ({ response }) => {
  response.writeHead(502, { "content-type": "text/html" });
  response.end("<html><h1>Bad gateway</h1></html>");
};
const drop: Script = ({ response }) => {
  response.destroy();
};
const breakOff: Script = ({ response }) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"half":', () => response.destroy());
};
const throttle =
  (retryAfter: string): Script =>
  ({ response }) =>
    sendJson(response, 429, { detail: "Request was throttled." }, { "retry-after": retryAfter });

describe("a GET", () => {
  it.each([
    ["an HTML error page", htmlError],
    ["a dropped connection", drop],
    ["a body that breaks off", breakOff],
    ["a 408", (({ response }) => sendJson(response, 408, {})) satisfies Script],
    ["a throttling without a wish", (({ response }) => sendJson(response, 429, {})) satisfies Script],
  ])("is repeated after %s", async (_name, first) => {
    await using server = await startScriptedServer(inOrder(first, ok));
    const time = manualTime("2026-05-04T10:00:00Z");

    const response = await fetchFor(server.origin, time)(`${server.origin}/v1/predictions/x`);

    expect(await response.json()).toEqual({ fine: true });
    expect(server.received).toHaveLength(2);
    expect(time.waitsMs).toEqual([250]);
  });

  it("waits longer each time and then gives up with what it was told last", async () => {
    await using server = await startScriptedServer(htmlError);
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/account`));

    expect(failure).toMatchObject({
      kind: "answered",
      status: 502,
      body: "<html><h1>Bad gateway</h1></html>",
    });
    expect(server.received).toHaveLength(4);
    expect(time.waitsMs).toEqual([250, 500, 1000]);
  });

  it("does not come back before the time the server asked for", async () => {
    await using server = await startScriptedServer(inOrder(throttle("5"), ok));
    const time = manualTime("2026-05-04T10:00:00Z");

    await fetchFor(server.origin, time)(`${server.origin}/v1/account`);

    expect(time.waitsMs).toEqual([5_125]);
  });

  it("leaves a wish that is too long to its caller", async () => {
    await using server = await startScriptedServer(throttle("Mon, 04 May 2026 10:00:30 GMT"));
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/account`));

    expect(failure).toMatchObject({ status: 429, retryAfterMs: 30_000 });
    expect(server.received).toHaveLength(1);
    expect(time.waitsMs).toEqual([]);
  });

  it("is not repeated when the provider understood and said no", async () => {
    await using server = await startScriptedServer(({ response }) =>
      sendJson(response, 404, { detail: "no" }),
    );
    const time = manualTime("2026-05-04T10:00:00Z");

    expect(failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/x`))).toMatchObject({
      status: 404,
    });
    expect(server.received).toHaveLength(1);
  });

  it("gives up an answer without end", async () => {
    await using server = await startScriptedServer(({ response }) => {
      response.end("x".repeat(2_000));
    });
    const time = manualTime("2026-05-04T10:00:00Z");
    const limits = { ...exchangeLimits, answerBytes: 1_000 };

    const failure = failureOf(await fetchFor(server.origin, time, limits)(`${server.origin}/v1/x`));

    expect(failure).toMatchObject({ kind: "no-answer", reason: "malformed-answer" });
    expect(server.received).toHaveLength(1);
  });
});

describe("a POST", () => {
  const post = { method: "POST", body: JSON.stringify({ paid: true }) };

  it.each([
    ["the connection is dropped after the request was read", drop, "no-answer"],
    ["the answer breaks off", breakOff, "no-answer"],
    ["the answer is an error page", htmlError, "answered"],
    ["the answer is a 408", (({ response }) => sendJson(response, 408, {})) satisfies Script, "answered"],
  ])("is sent once when %s", async (_name, script, kind) => {
    await using server = await startScriptedServer(script);
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/predictions`, post));

    expect(failure.kind).toBe(kind);
    expect(server.received).toHaveLength(1);
    expect(time.waitsMs).toEqual([]);
  });

  it("is sent once when the connection is dropped before the request was read", async () => {
    let connections = 0;
    const server = createServer();
    server.on("connection", (socket) => {
      connections += 1;
      socket.destroy();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    // Safe: a server that listens on a port has such an address.
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(origin, time)(`${origin}/v1/predictions`, post));

    expect(failure).toMatchObject({ kind: "no-answer", reason: "connection" });
    expect(connections).toBe(1);
    server.close();
    await once(server, "close");
  });

  it("is sent once when no answer comes in time", async () => {
    const time = manualTime("2026-05-04T10:00:00Z");
    await using server = await startScriptedServer(() => time.expire());

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/predictions`, post));

    expect(failure).toEqual({ kind: "no-answer", reason: "timeout", cause: "no answer in 30000 ms" });
    expect(server.received).toHaveLength(1);
  });

  it("is sent once when the answer stands still after its head", async () => {
    const time = manualTime("2026-05-04T10:00:00Z");
    await using server = await startScriptedServer(({ response }) => {
      response.writeHead(201, { "content-length": "100" });
      response.write("{", () => setImmediate(() => time.expire()));
    });

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/predictions`, post));

    expect(failure).toMatchObject({ kind: "no-answer", reason: "timeout" });
    expect(server.received).toHaveLength(1);
  });

  it("is repeated after 429, which says that it was not accepted", async () => {
    await using server = await startScriptedServer(inOrder(throttle("1"), throttle("2"), ok));
    const time = manualTime("2026-05-04T10:00:00Z");

    const response = await fetchFor(server.origin, time)(`${server.origin}/v1/predictions`, post);

    expect(response.status).toBe(200);
    expect(server.received.map(({ body }) => body.toString())).toEqual(Array(3).fill('{"paid":true}'));
    expect(time.waitsMs).toEqual([1_125, 2_250]);
  });

  it("is not repeated when a 429 is followed by a lost answer", async () => {
    await using server = await startScriptedServer(inOrder(throttle("1"), drop, ok));
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/predictions`, post));

    expect(failure.kind).toBe("no-answer");
    expect(server.received).toHaveLength(2);
  });

  it("counts as never sent when nobody listens", async () => {
    const server = await startScriptedServer(ok);
    const { origin } = server;
    await server[Symbol.asyncDispose]();
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(origin, time)(`${origin}/v1/predictions`, post));

    expect(failure).toMatchObject({ kind: "not-sent", reason: "connection" });
    expect(time.waitsMs).toEqual([250, 500, 1000]);
  });

  it("is not carried along a redirect", async () => {
    await using elsewhere = await startScriptedServer(ok);
    await using server = await startScriptedServer(({ response }) => {
      response.writeHead(307, { location: `${elsewhere.origin}/v1/predictions` });
      response.end();
    });
    const time = manualTime("2026-05-04T10:00:00Z");

    const failure = failureOf(await fetchFor(server.origin, time)(`${server.origin}/v1/predictions`, post));

    expect(failure).toMatchObject({ kind: "answered", status: 307 });
    expect(elsewhere.received).toEqual([]);
  });
});

it("sends nothing to another host, nor beside the API's path", async () => {
  await using server = await startScriptedServer(ok);
  await using elsewhere = await startScriptedServer(ok);
  const time = manualTime("2026-05-04T10:00:00Z");
  const fetch = fetchFor(server.origin, time);

  for (const address of [`${elsewhere.origin}/v1/predictions`, `${server.origin}/v2/predictions`]) {
    const failure = failureOf(await fetch(address, { headers: { authorization: "Bearer r8_x" } }));
    expect(failure).toMatchObject({ kind: "not-sent", reason: "address" });
  }
  expect([...server.received, ...elsewhere.received]).toEqual([]);
});

it("allows an upload more time than other requests", async () => {
  await using server = await startScriptedServer(ok);
  const time = manualTime("2026-05-04T10:00:00Z");
  const fetch = fetchFor(server.origin, time);

  await fetch(`${server.origin}/v1/files`, { method: "POST", body: new FormData() });
  await fetch(`${server.origin}/v1/account`);

  expect(time.timeoutsMs).toEqual([exchangeLimits.uploadTimeoutMs, exchangeLimits.timeoutMs]);
});

describe("a request that must not be sent after a time", () => {
  const startsAt = "2026-05-04T10:00:00Z";
  const notAfter = new Date("2026-05-04T10:00:20Z");

  it("is not sent by whoever wakes up later", async () => {
    await using server = await startScriptedServer(ok);
    const time = manualTime(startsAt);
    const fetch = fetchFor(server.origin, time, exchangeLimits, notAfter);
    time.advance(20_001);

    const failure = failureOf(await fetch(`${server.origin}/v1/predictions`, { method: "POST" }));

    expect(failure).toMatchObject({ kind: "not-sent", reason: "too-late" });
    expect(server.received).toEqual([]);
  });

  it("is sent again while there is time, and given back as it was refused when there is none", async () => {
    await using server = await startScriptedServer(throttle("9"));
    const time = manualTime(startsAt);
    const fetch = fetchFor(server.origin, time, exchangeLimits, notAfter);

    const failure = failureOf(await fetch(`${server.origin}/v1/predictions`, { method: "POST" }));

    expect(failure).toMatchObject({ kind: "answered", status: 429 });
    expect(server.received).toHaveLength(3);
    expect(time.clock.now().getTime()).toBeLessThanOrEqual(notAfter.getTime());
  });
});
