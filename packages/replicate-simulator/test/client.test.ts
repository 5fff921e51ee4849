import Replicate from "replicate";
import { expect, it } from "vitest";
import { openapiReason } from "./openapi-document.ts";
import { startTestSimulator, testToken } from "./start-test-simulator.ts";
import { selfieZip } from "./selfie-zip.ts";
import { startTraining, trainedVersion, trainer, trigger, uploadZip } from "./trained-version.ts";

it(`answers the npm client's look-ups${openapiReason}`, async () => {
  const { replicate } = await startTestSimulator();
  expect(await replicate.accounts.current()).toMatchObject({ type: "user", username: "studio" });
  expect(await replicate.hardware.list()).toContainEqual({ name: "Nvidia H100 GPU", sku: "gpu-h100" });
  expect((await replicate.models.search("lora trainer")).results[0]).toMatchObject({ owner: "ostris" });
  const collections = await replicate.collections.list();
  const trainable = await replicate.collections.get(collections.results.at(-1)?.slug ?? "");
  expect(trainable.models?.map(({ name }) => name)).toContain(trainer.name);
  expect((await replicate.webhooks.default.secret.get()).key).toMatch(/^whsec_/);
});

it("runs an official model by its name, in blocking and in polling mode", async () => {
  const { replicate } = await startTestSimulator();
  const seen: string[] = [];
  const input = { prompt: "a lighthouse", megapixels: "0.25", seed: 3 };
  const blocking = await replicate.run("black-forest-labs/flux-dev", { input });
  const polling = await replicate.run(
    "black-forest-labs/flux-dev",
    { input, wait: { mode: "poll", interval: 20 } },
    (prediction) => seen.push(prediction.status),
  );
  expect(blocking).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/delivery\/\w{40}\/out-0\.webp$/),
  ]);
  expect(polling).toHaveLength(1);
  expect(seen[0]).toBe("starting");
  expect(seen.at(-1)).toBe("succeeded");
  const [latest] = (await replicate.predictions.list()).results;
  expect(latest).toMatchObject({
    model: "black-forest-labs/flux-dev",
    version: "hidden",
    metrics: { image_count: 1 },
  });
});

it("runs a trained version by owner, name and version, and throws what failed", async () => {
  const { replicate } = await startTestSimulator();
  const version = await trainedVersion(replicate);
  const reference = `studio/portrait:${version}` as const;
  expect(await replicate.run(reference, { input: { prompt: trigger, num_outputs: 2 } })).toHaveLength(2);
  const custom = { prompt: trigger, aspect_ratio: "custom" };
  await expect(replicate.run(reference, { input: custom })).rejects.toThrow(/width and height/);
});

it("lets the client wait for predictions and trainings", async () => {
  const { replicate } = await startTestSimulator();
  const prediction = await replicate.predictions.create({
    model: "black-forest-labs/flux-dev",
    input: { prompt: "a lighthouse" },
  });
  expect(await replicate.wait(prediction, { interval: 20 })).toMatchObject({ status: "succeeded" });
  const training = await startTraining(replicate, {
    input_images: await uploadZip(replicate, await selfieZip("anna", 1)),
  });
  const asPrediction = { ...training, data_removed: false };
  expect(await replicate.wait(asPrediction, { interval: 20 })).toMatchObject({
    status: "succeeded",
    output: { version: expect.stringContaining("studio/portrait:") },
  });
});

it("refuses to stream: no version here offers it", async () => {
  const { replicate } = await startTestSimulator();
  const stream = replicate.stream("black-forest-labs/flux-dev", { input: { prompt: "a" } });
  await expect(stream.next()).rejects.toThrow("Prediction does not support streaming");
});

it("walks through pages", async () => {
  const { replicate } = await startTestSimulator({ limits: "off" });
  const create = () =>
    replicate.predictions.create({ model: "black-forest-labs/flux-dev", input: { prompt: "a" } });
  for (let made = 0; made < 210; made += 30) await Promise.all(Array.from({ length: 30 }, create));
  const pages: number[] = [];
  const ids = new Set<string>();
  for await (const page of replicate.paginate(() => replicate.predictions.list())) {
    pages.push(page.length);
    for (const { id } of page) ids.add(id);
  }
  expect(pages).toEqual([100, 100, 10]);
  expect(ids.size).toBe(210);
});

it("keeps files until they are deleted", async () => {
  const { replicate } = await startTestSimulator();
  const file = await replicate.files.create(new File(["content"], "a.txt", { type: "text/plain" }), {
    for: "test",
  });
  expect(await replicate.files.get(file.id)).toMatchObject({
    content_type: "text/plain",
    size: 7,
    metadata: { for: "test" },
    checksums: { sha256: "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73" },
  });
  expect((await replicate.files.list()).results.map(({ id }) => id)).toEqual([file.id]);
  expect(await replicate.files.delete(file.id)).toBe(true);
  await expect(replicate.files.get(file.id)).rejects.toThrow(/404.*File not found/);
});

it("creates, runs, changes and deletes a deployment", async () => {
  const { replicate, simulator } = await startTestSimulator();
  const version = await trainedVersion(replicate);
  const created = await replicate.deployments.create({
    name: "portraits",
    model: "studio/portrait",
    version,
    hardware: "gpu-h100",
    min_instances: 0,
    max_instances: 2,
  });
  expect(created.current_release).toMatchObject({ number: 1, model: "studio/portrait", version });
  const prediction = await replicate.deployments.predictions.create("studio", "portraits", {
    input: { prompt: trigger },
    wait: 60,
  });
  expect(prediction).toMatchObject({ deployment: "studio/portraits", version, output: [expect.any(String)] });
  const updated = await replicate.deployments.update("studio", "portraits", { max_instances: 3 });
  expect(updated.current_release).toMatchObject({ number: 2, configuration: { max_instances: 3 } });
  expect((await replicate.deployments.list()).results).toHaveLength(1);
  await expect(replicate.deployments.delete("studio", "portraits")).rejects.toThrow(/15 minutes/);
  await simulator.clock.advance(15 * 60_000);
  expect(await replicate.deployments.delete("studio", "portraits")).toBe(true);
  await expect(replicate.deployments.get("studio", "portraits")).rejects.toThrow(/404/);
});

it("tells a missing token from a wrong one", async () => {
  const { simulator, call } = await startTestSimulator();
  const wrong = new Replicate({ auth: "r8_wrong", baseUrl: `${simulator.url}/v1` });
  await expect(wrong.accounts.current()).rejects.toThrow(/401.*Invalid or expired API token/);
  const none = await fetch(`${simulator.url}/v1/account`);
  expect([none.status, await none.json()]).toEqual([
    401,
    { title: "Unauthenticated", detail: "You did not pass an authentication token", status: 401 },
  ]);
  expect((await call("GET", "/account", undefined, { authorization: `Token ${testToken}` })).status).toBe(
    200,
  );
});
