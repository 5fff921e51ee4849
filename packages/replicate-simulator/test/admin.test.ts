import { expect, it } from "vitest";
import { fluxDev } from "./flux-dev.ts";
import { startTestSimulator, testToken } from "./start-test-simulator.ts";

async function startAdmin(admin: boolean) {
  const { simulator, call } = await startTestSimulator({ admin, clock: { mode: "manual", startAt: 0 } });
  const ask = (method: string, path: string, body?: unknown, token = testToken) =>
    fetch(`${simulator.url}/_simulator${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { call, ask };
}

it("is not there unless it is asked for, and then only for the token", async () => {
  const closed = await startAdmin(false);
  expect((await closed.ask("GET", "/faults")).status).toBe(404);
  const open = await startAdmin(true);
  expect((await open.ask("GET", "/faults", undefined, "r8_wrong")).status).toBe(401);
  expect(await (await open.ask("GET", "/faults")).json()).toEqual({ credit: "plenty", rules: [] });
});

it("adds, lists and removes faults", async () => {
  const { ask, call } = await startAdmin(true);
  const added = await ask("POST", "/faults", { kind: "server-error", method: "POST" });
  expect([added.status, await added.json()]).toEqual([201, { id: 1 }]);
  expect((await call("POST", "/predictions", fluxDev())).status).toBe(500);
  expect(await (await ask("GET", "/faults")).json()).toMatchObject({
    rules: [{ id: 1, fault: { kind: "server-error" }, happened: 1 }],
  });
  expect((await ask("DELETE", "/faults/1")).status).toBe(204);
  expect((await ask("DELETE", "/faults/1")).status).toBe(404);
  expect((await call("POST", "/predictions", fluxDev())).status).toBe(201);
});

it("sets the credit, and clears everything", async () => {
  const { ask, call } = await startAdmin(true);
  await ask("PUT", "/credit", { credit: "none" });
  expect((await call("POST", "/predictions", fluxDev())).status).toBe(402);
  expect((await ask("DELETE", "/faults")).status).toBe(204);
  expect((await call("POST", "/predictions", fluxDev())).status).toBe(201);
});

it("moves the clock", async () => {
  const { ask } = await startAdmin(true);
  const moved = await ask("POST", "/clock/advance", { milliseconds: 3_600_000 });
  expect(await moved.json()).toEqual({ now: "1970-01-01T01:00:00.000Z" });
  expect(await (await ask("GET", "/clock")).json()).toEqual({ now: "1970-01-01T01:00:00.000Z" });
});

it("names what is wrong with a request", async () => {
  const { ask } = await startAdmin(true);
  const wrong = await ask("POST", "/faults", { kind: "throttled", probability: 2 });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { detail: expect.stringContaining("probability") },
  ]);
  expect((await ask("POST", "/clock/advance", { milliseconds: -1 })).status).toBe(422);
});
