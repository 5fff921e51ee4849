import type { FaultRequest } from "@selfsame/replicate-simulator";
import { Webhook } from "standardwebhooks";
import sharp from "sharp";
import { expect, it } from "vitest";
import { fluxDev, type PredictionBody, readPrediction } from "./flux-dev.ts";
import { selfieZip } from "./selfie-zip.ts";
import { startTestSimulator, type TestSimulator } from "./start-test-simulator.ts";
import { startTraining, uploadZip } from "./trained-version.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";
import { whileTimePasses } from "./while-time-passes.ts";

const real = { speed: "real", clock: "manual" } as const;

async function predictionCount({ call }: TestSimulator): Promise<number> {
  const list = (await (await call("GET", "/predictions")).json()) as { results: unknown[] };
  return list.results.length;
}

it.each<[FaultRequest["kind"], number, unknown]>([
  ["insufficient-credit", 402, { title: "Insufficient credit" }],
  ["throttled", 429, { detail: "Request was throttled. Your rate limit resets in ~5s.", retry_after: 5 }],
  ["server-error", 500, { detail: "An unexpected error ocurred" }],
])("%s: answers %i once and makes nothing", async (kind, status, body) => {
  const test = await startTestSimulator();
  test.simulator.faults.add({ kind, times: 1 } as FaultRequest);
  const answer = await test.call("POST", "/predictions", fluxDev());
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject(body as object);
  expect(await predictionCount(test)).toBe(0);
  expect((await test.call("POST", "/predictions", fluxDev())).status).toBe(201);
});

it("throttled: says in its header when to come again", async () => {
  const { call, simulator } = await startTestSimulator();
  simulator.faults.add({ kind: "throttled", retryAfterSeconds: 12, times: 1 });
  expect((await call("POST", "/predictions", fluxDev())).headers.get("retry-after")).toBe("12");
});

it("server-error-html: answers 500 with a page", async () => {
  const { call, simulator } = await startTestSimulator();
  simulator.faults.add({ kind: "server-error-html", times: 1 });
  const answer = await call("GET", "/account");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([500, "text/html; charset=UTF-8"]);
  expect(await answer.text()).toMatch(/^<!DOCTYPE html>/);
});

it.each([
  ["dropped-before", 0],
  ["dropped-after", 1],
] as const)("%s: breaks the connection, and %i prediction was made", async (kind, made) => {
  const test = await startTestSimulator();
  test.simulator.faults.add({ kind, method: "POST", path: "/predictions", times: 1 });
  await expect(test.call("POST", "/predictions", fluxDev())).rejects.toThrow("fetch failed");
  expect(await predictionCount(test)).toBe(made);
});

it("slow-answer: answers when its time has come", async () => {
  const { call, simulator } = await startTestSimulator(real);
  simulator.faults.add({ kind: "slow-answer", delayMs: 30_000, path: "/account", times: 1 });
  const before = simulator.clock.now();
  await whileTimePasses(simulator, () => call("GET", "/account"));
  expect(simulator.clock.now() - before).toBeGreaterThanOrEqual(30_000);
});

/** One prediction of four pictures with this fault, followed for ten minutes. */
async function runWith(fault: FaultRequest): Promise<{ test: TestSimulator; prediction: PredictionBody }> {
  const test = await startTestSimulator(real);
  test.simulator.faults.add(fault);
  const { id } = await readPrediction(await test.call("POST", "/predictions", fluxDev({ num_outputs: 4 })));
  await test.simulator.clock.advance(10 * 60_000);
  return { test, prediction: await readPrediction(await test.call("GET", `/predictions/${id}`)) };
}

it("slow-start: starts later by its delay", async () => {
  const { prediction } = await runWith({ kind: "slow-start", delayMs: 120_000 });
  const waited = Date.parse(prediction.started_at ?? "") - Date.parse(prediction.created_at);
  expect(prediction.status).toBe("succeeded");
  expect(waited).toBeGreaterThanOrEqual(120_000);
});

it("stuck-in-starting: never starts, and can be cancelled", async () => {
  const { test, prediction } = await runWith({ kind: "stuck-in-starting" });
  expect(prediction).toMatchObject({ status: "starting", started_at: null });
  const canceled = await readPrediction(await test.call("POST", `/predictions/${prediction.id}/cancel`));
  expect(canceled.status).toBe("canceled");
});

it("failed: fails half-way", async () => {
  const { prediction } = await runWith({ kind: "failed" });
  expect(prediction).toMatchObject({
    status: "failed",
    output: null,
    error: expect.stringContaining("E1000"),
  });
  expect(prediction.logs).not.toContain("28/28");
});

it("failed-after-success-logs: fails although its logs say that all is well", async () => {
  const { prediction } = await runWith({ kind: "failed-after-success-logs" });
  expect(prediction).toMatchObject({ status: "failed", output: null });
  expect(prediction.logs).toContain("Total safe images: 4 out of 4");
});

it("failed-after-success-logs: a training ends with no version after its last log line", async () => {
  const { replicate, simulator } = await startTestSimulator(real);
  simulator.faults.add({ kind: "failed-after-success-logs", job: "training" });
  const address = await uploadZip(replicate, await selfieZip("anna", 1));
  const { id } = await startTraining(replicate, { input_images: address });
  await simulator.clock.advance(40 * 60_000);
  const training = await replicate.trainings.get(id);
  expect(training).toMatchObject({
    status: "failed",
    output: null,
    error: "Failed to create trained image after successful training run",
  });
  expect(training.logs).toContain("1000/1000");
});

it("nsfw-some: some pictures are missing, and the logs say which", async () => {
  const { prediction } = await runWith({ kind: "nsfw-some" });
  const delivered = prediction.output?.length ?? 0;
  expect(prediction.status).toBe("succeeded");
  expect(delivered).toBeGreaterThan(0);
  expect(delivered).toBeLessThan(4);
  expect(prediction.logs).toContain(`Total safe images: ${delivered} out of 4\n`);
  expect(prediction.logs.match(/^NSFW content detected in image \d$/gm)).toHaveLength(4 - delivered);
});

it("nsfw-all: fails in the provider's words", async () => {
  const { prediction } = await runWith({ kind: "nsfw-all" });
  expect(prediction).toMatchObject({
    status: "failed",
    output: null,
    error: "All generated images contained NSFW content. Try running it again with a different prompt.",
  });
});

it("output-expired: the address answers 404", async () => {
  const { prediction } = await runWith({ kind: "output-expired" });
  expect((await fetch(prediction.output?.[0] ?? "")).status).toBe(404);
});

it.each(["output-truncated", "output-not-an-image"] as const)(
  "%s: the bytes cannot be decoded",
  async (kind) => {
    const { prediction } = await runWith({ kind });
    const answer = await fetch(prediction.output?.[0] ?? "");
    expect(answer.headers.get("content-type")).toBe("image/webp");
    const bytes = Buffer.from(await answer.arrayBuffer());
    await expect(sharp(bytes).raw().toBuffer()).rejects.toThrow(
      /unsupported image|corrupt|truncated|Input buffer|webp/i,
    );
  },
);

/** What arrives, as status and age in seconds after the end, when webhooks have this fault. */
async function webhooksWith(fault: FaultRequest) {
  const test = await startTestSimulator(real);
  const receiver = await startWebhookReceiver();
  test.simulator.faults.add(fault);
  const { id } = await readPrediction(
    await test.call("POST", "/predictions", fluxDev({}, { webhook: receiver.url })),
  );
  await test.simulator.clock.advance(10 * 60_000);
  const { completed_at: end } = await readPrediction(await test.call("GET", `/predictions/${id}`));
  const { received } = receiver;
  return {
    secret: test.simulator.webhookSecret,
    received,
    statuses: received.map(({ body }) => body["status"]),
    ages: received.map(({ headers }) =>
      Math.round(Number(headers["webhook-timestamp"]) - Date.parse(end ?? "") / 1000),
    ),
  };
}

it("webhook-lost: never arrives and is not tried again", async () => {
  expect((await webhooksWith({ kind: "webhook-lost", event: "completed" })).statuses).toEqual(["processing"]);
});

it("webhook-repeated: arrives twice under one id", async () => {
  const { statuses, received } = await webhooksWith({ kind: "webhook-repeated", event: "completed" });
  expect(statuses).toEqual(["processing", "succeeded", "succeeded"]);
  expect(received[1]?.headers["webhook-id"]).toBe(received[2]?.headers["webhook-id"]);
});

it("webhook-reordered: an earlier message comes after the end", async () => {
  expect((await webhooksWith({ kind: "webhook-reordered" })).statuses).toEqual(["succeeded", "processing"]);
});

it("webhook-late: arrives after its delay", async () => {
  const { ages } = await webhooksWith({ kind: "webhook-late", event: "completed", delayMs: 90_000 });
  expect(ages.at(-1)).toBeGreaterThanOrEqual(89);
});

it("webhook-wrongly-signed: does not verify", async () => {
  const { received, secret } = await webhooksWith({ kind: "webhook-wrongly-signed", event: "completed" });
  const verify = (index: number) => {
    const message = received[index];
    const text = (name: string) => String(message?.headers[name]);
    return new Webhook(secret).verify(message?.raw ?? "", {
      "webhook-id": text("webhook-id"),
      "webhook-timestamp": text("webhook-timestamp"),
      "webhook-signature": text("webhook-signature"),
    });
  };
  expect(verify(0)).toMatchObject({ status: "processing" });
  expect(() => verify(1)).toThrow(/signature/i);
});
