import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type SimulatorOptions, startSimulator } from "@selfsame/replicate-simulator";
import Replicate from "replicate";
import { expect, it } from "vitest";
import { checkedFetch } from "./checked-fetch.ts";
import { selfieZip } from "./selfie-zip.ts";
import { testToken } from "./start-test-simulator.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { startTraining, trainedVersion, trigger, uploadZip } from "./trained-version.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";

const startAt = 1_800_000_000_000;

/** Opens a simulator on a folder, lets the work happen, and closes it as it is. */
async function session<Result>(
  dataDir: string,
  options: SimulatorOptions,
  work: (replicate: Replicate, simulator: Awaited<ReturnType<typeof startSimulator>>) => Promise<Result>,
): Promise<Result> {
  const problems: unknown[] = [];
  const simulator = await startSimulator({
    token: testToken,
    username: "studio",
    pictures: "placeholders",
    dataDir,
    ...options,
    onProblem: (problem) => problems.push(problem),
  });
  const replicate = new Replicate({
    auth: testToken,
    baseUrl: `${simulator.url}/v1`,
    fetch: checkedFetch,
    useFileOutput: false,
  });
  try {
    return await work(replicate, simulator);
  } finally {
    await simulator.close();
    expect(problems).toEqual([]);
  }
}

const at = (milliseconds: number): SimulatorOptions => ({
  speed: "real",
  clock: { mode: "manual", startAt: startAt + milliseconds },
});

it("finds trained models, predictions, outputs and the webhook secret again, on another port", async () => {
  const folder = await temporaryFolder();
  const before = await session(folder, {}, async (replicate, simulator) => {
    const version = await trainedVersion(replicate);
    await replicate.run(`studio/portrait:${version}`, { input: { prompt: trigger, seed: 4 } });
    return { version, secret: simulator.webhookSecret };
  });
  await session(folder, {}, async (replicate, simulator) => {
    expect(simulator.webhookSecret).toBe(before.secret);
    const [prediction] = (await replicate.predictions.list()).results;
    const address = String(prediction?.output);
    expect(address).toMatch(new RegExp(`^${simulator.url}/delivery/`));
    expect((await fetch(address)).status).toBe(200);
    const again = await replicate.run(`studio/portrait:${before.version}`, { input: { prompt: trigger } });
    expect(again).toHaveLength(1);
  });
});

it("goes on with a prediction and a training that were under way", async () => {
  const folder = await temporaryFolder();
  const receiver = await startWebhookReceiver();
  const ids = await session(folder, at(0), async (replicate, simulator) => {
    const input_images = await uploadZip(replicate, await selfieZip("anna", 2));
    const training = await startTraining(replicate, { input_images, trigger_word: trigger });
    const prediction = await replicate.predictions.create({
      model: "black-forest-labs/flux-dev",
      input: { prompt: "a", seed: 9 },
      webhook: receiver.url,
    });
    await simulator.clock.advance(20_000);
    expect((await replicate.predictions.get(prediction.id)).status).toBe("processing");
    return { training: training.id, prediction: prediction.id };
  });
  await session(folder, at(10 * 60_000), async (replicate, simulator) => {
    await simulator.clock.advance(1000);
    expect(await replicate.predictions.get(ids.prediction)).toMatchObject({
      status: "succeeded",
      logs: expect.stringContaining("Using seed: 9\n"),
    });
    expect(receiver.received.map(({ body }) => body["status"])).toEqual(["processing", "succeeded"]);
    expect((await replicate.trainings.get(ids.training)).status).toBe("processing");
    await simulator.clock.advance(15 * 60_000);
    expect((await replicate.trainings.get(ids.training)).status).toBe("succeeded");
  });
});

it("tells an end that its webhook had not taken yet, under the same id", async () => {
  const folder = await temporaryFolder();
  const receiver = await startWebhookReceiver();
  receiver.answers.push(...Array.from({ length: 20 }, () => 500));
  await session(folder, at(0), async (replicate, simulator) => {
    await replicate.predictions.create({
      model: "black-forest-labs/flux-dev",
      input: { prompt: "a" },
      webhook: receiver.url,
      webhook_events_filter: ["completed"],
    });
    await simulator.clock.advance(61_000);
  });
  const before = receiver.received.length;
  expect(before).toBeGreaterThan(0);
  receiver.answers.length = 0;
  await session(folder, at(62_000), async (_, simulator) => {
    await simulator.clock.advance(1000);
  });
  expect(receiver.received.length).toBe(before + 1);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

it("removes the data of a prediction whose hour passed while it was closed", async () => {
  const folder = await temporaryFolder();
  const id = await session(folder, at(0), async (replicate, simulator) => {
    const made = await replicate.predictions.create({
      model: "black-forest-labs/flux-dev",
      input: { prompt: "a" },
    });
    await simulator.clock.advance(70_000);
    return made.id;
  });
  const delivered = async () =>
    (await readdir(join(folder, "bytes"))).filter((name) => name.includes("out-0"));
  expect(await delivered()).toHaveLength(1);
  await session(folder, at(3 * 60 * 60_000), async (replicate, simulator) => {
    await simulator.clock.advance(1);
    expect(await replicate.predictions.get(id)).toMatchObject({ data_removed: true, output: null });
  });
  expect(await delivered()).toEqual([]);
});
