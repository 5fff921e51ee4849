import { validateWebhook } from "replicate";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { fluxDev, readPrediction } from "./flux-dev.ts";
import { openapiReason } from "./openapi-document.ts";
import { startTestSimulator } from "./start-test-simulator.ts";
import { type Received, startWebhookReceiver } from "./webhook-receiver.ts";

const real = { speed: "real", clock: "manual" } as const;
const statuses = (received: readonly Received[]) => received.map(({ body }) => body["status"]);

it(`tells output and end when nothing else is asked for, each as a get would answer${openapiReason}`, async () => {
  const { call, simulator } = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  const { id } = await readPrediction(
    await call("POST", "/predictions", fluxDev({}, { webhook: receiver.url })),
  );
  await simulator.clock.advance(70_000);
  expect(statuses(receiver.received)).toEqual(["processing", "succeeded"]);
  expect(receiver.received[0]?.body["output"]).toHaveLength(1);
  expect(receiver.received[1]?.body).toEqual(await readPrediction(await call("GET", `/predictions/${id}`)));
});

it("signs so that the npm client and the Standard Webhooks package accept it, and nothing changed passes", async () => {
  const { call, simulator, replicate } = await startTestSimulator();
  const receiver = await startWebhookReceiver();
  await call(
    "POST",
    "/predictions",
    fluxDev({}, { webhook: receiver.url, webhook_events_filter: ["completed"] }),
  );
  await receiver.arrived(1);
  const [message] = receiver.received;
  const headers = {
    "webhook-id": String(message?.headers["webhook-id"]),
    "webhook-timestamp": String(message?.headers["webhook-timestamp"]),
    "webhook-signature": String(message?.headers["webhook-signature"]),
  };
  const raw = message?.raw ?? "";
  const { key } = await replicate.webhooks.default.secret.get();
  expect(key).toBe(simulator.webhookSecret);
  expect(new Webhook(key).verify(raw, headers)).toMatchObject({ status: "succeeded" });
  expect(() => new Webhook(key).verify(raw.replace("succeeded", "canceled"), headers)).toThrow(/signature/i);
  const request = (body: string) => new Request("http://localhost/", { method: "POST", headers, body });
  expect(await validateWebhook(request(raw), key)).toBe(true);
  expect(await validateWebhook(request(`${raw} `), key)).toBe(false);
});

it("tells start and logs too when they are asked for, logs at most twice a second", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  const filter = { webhook: receiver.url, webhook_events_filter: ["start", "logs", "completed"] };
  await call("POST", "/predictions", fluxDev({}, filter));
  await simulator.clock.advance(70_000);
  const { received } = receiver;
  expect(received[0]?.body).toMatchObject({ status: "processing", output: null });
  expect(received.at(-1)?.body["status"]).toBe("succeeded");
  const seconds =
    Number(received.at(-1)?.headers["webhook-timestamp"]) - Number(received[0]?.headers["webhook-timestamp"]);
  expect(received.length).toBeGreaterThan(seconds);
  expect(received.length).toBeLessThanOrEqual(2 * seconds + 3);
});

it("tries the end again with the same id for about a minute, and other messages never", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  receiver.answers.push(...Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 500 : 404)));
  await call("POST", "/predictions", fluxDev({}, { webhook: receiver.url }));
  await simulator.clock.advance(10 * 60_000);
  const ends = receiver.received.filter(({ body }) => body["status"] === "succeeded");
  const times = ends.map(({ headers }) => Number(headers["webhook-timestamp"]));
  expect(receiver.received.length - ends.length).toBe(1);
  expect(ends).toHaveLength(7);
  expect(new Set(ends.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe(63);
});

it("stops trying once it is taken", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  receiver.answers.push(200, 503);
  await call("POST", "/predictions", fluxDev({}, { webhook: receiver.url }));
  await simulator.clock.advance(5 * 60_000);
  expect(statuses(receiver.received)).toEqual(["processing", "succeeded", "succeeded"]);
});

it("does not follow redirects", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  receiver.answers.push(302);
  await call(
    "POST",
    "/predictions",
    fluxDev({}, { webhook: receiver.url, webhook_events_filter: ["completed"] }),
  );
  await simulator.clock.advance(5 * 60_000);
  expect(receiver.received.map(({ path }) => path)).toEqual(["/hook", "/hook"]);
});

it("lets a job go on while its receiver says nothing", async () => {
  const { call } = await startTestSimulator();
  const receiver = await startWebhookReceiver();
  receiver.hold();
  const hooked = fluxDev(
    {},
    { webhook: receiver.url, webhook_events_filter: ["start", "output", "completed"] },
  );
  const { id } = await readPrediction(await call("POST", "/predictions", hooked));
  let { status } = await readPrediction(await call("GET", `/predictions/${id}`));
  while (status !== "succeeded") ({ status } = await readPrediction(await call("GET", `/predictions/${id}`)));
  expect(receiver.received.length).toBeLessThanOrEqual(1);
  receiver.release();
  await receiver.arrived(3);
  expect(statuses(receiver.received)).toEqual(["processing", "processing", "succeeded"]);
});

it("tells a cancellation", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  const { id } = await readPrediction(
    await call("POST", "/predictions", fluxDev({}, { webhook: receiver.url })),
  );
  await simulator.clock.advance(10_000);
  await call("POST", `/predictions/${id}/cancel`);
  await simulator.clock.advance(1);
  expect(statuses(receiver.received)).toEqual(["canceled"]);
});
