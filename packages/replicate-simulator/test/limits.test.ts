import { expect, it } from "vitest";
import { fluxDev } from "./flux-dev.ts";
import { startTestSimulator, type TestSimulator } from "./start-test-simulator.ts";

const manual = { clock: "manual" } as const;

async function statusesOf(count: number, ask: () => Promise<Response>): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (let asked = 0; asked < count; asked += 1) {
    const { status } = await ask();
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

const create = ({ call }: TestSimulator) => call("POST", "/predictions", fluxDev());

it("lets 600 predictions through in a minute, then asks to wait, then lets ten a second through", async () => {
  const test = await startTestSimulator(manual);
  expect(Object.fromEntries(await statusesOf(603, () => create(test)))).toEqual({ 201: 600, 429: 3 });
  const refused = await create(test);
  expect([refused.headers.get("retry-after"), await refused.json()]).toEqual([
    "1",
    {
      detail:
        "Request was throttled. Your rate limit for creating predictions is 600 requests per minute. Your rate limit resets in ~1s.",
      status: 429,
      retry_after: 1,
    },
  ]);
  await test.simulator.clock.advance(1000);
  expect(Object.fromEntries(await statusesOf(12, () => create(test)))).toEqual({ 201: 10, 429: 2 });
});

it("counts other requests by themselves, up to 3,000 a minute", async () => {
  const test = await startTestSimulator(manual);
  const look = () =>
    fetch(`${test.simulator.url}/v1/hardware`, { headers: { authorization: "Bearer r8_test" } });
  expect(Object.fromEntries(await statusesOf(3001, look))).toEqual({ 200: 3000, 429: 1 });
  expect((await create(test)).status).toBe(201);
});

it("lets one prediction through every ten seconds on low credit, and none without", async () => {
  const test = await startTestSimulator(manual);
  const { clock, faults } = test.simulator;
  faults.setCredit("low");
  expect((await create(test)).status).toBe(201);
  const refused = await create(test);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "10"]);
  expect(((await refused.json()) as { detail: string }).detail).toContain("less than $5.0 in credit");
  await clock.advance(10_000);
  expect((await create(test)).status).toBe(201);
  faults.setCredit("none");
  await clock.advance(60_000);
  expect((await create(test)).status).toBe(402);
  expect((await test.call("GET", "/predictions")).status).toBe(200);
});

it("has no limits where they are off", async () => {
  const test = await startTestSimulator({ ...manual, limits: "off" });
  expect(Object.fromEntries(await statusesOf(700, () => create(test)))).toEqual({ 201: 700 });
});
