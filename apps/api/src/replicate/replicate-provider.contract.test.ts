import type { FaultRequest } from "@selfsame/replicate-simulator";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type SimulatedProvider,
  generationOrderFor,
  model,
  prompt,
  reportOf,
  startSimulatedProvider,
  trainModel,
  trainingOrderFor,
  uploadPictures,
  zipOfPictures,
} from "../../test/replicate/simulated-provider.ts";
import { checkTrainer } from "./check-trainer.ts";
import { downloadOutput } from "./download-output.ts";
import type { GenerationReport } from "./provider.ts";
import { trainers } from "./trainers.ts";

const minuteMs = 60_000;
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

let simulated: SimulatedProvider;
let version: string;
let lastSeed = 0;
const nextSeed = () => {
  lastSeed += 1;
  return lastSeed;
};

beforeAll(async () => {
  simulated = await startSimulatedProvider("contract");
  version = await trainModel(simulated);
});
afterAll(async () => {
  await simulated[Symbol.asyncDispose]();
});
beforeEach(() => {
  simulated.simulator.faults.clear();
});
/** Sends a generation and looks at it again after a while. */
async function generateAndWait(waitMs: number, fault?: FaultRequest): Promise<GenerationReport> {
  if (fault !== undefined) simulated.simulator.faults.add(fault);
  const { providerId } = reportOf(await simulated.provider.generate(generationOrderFor(version, nextSeed())));
  await simulated.advance(waitMs);
  return reportOf(await simulated.provider.lookUpGeneration(providerId));
}

const download = async (address: string) =>
  await downloadOutput(address, {
    localOrigin: simulated.simulator.url,
    timers: simulated.timers,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
  });

describe("a training", () => {
  it("goes from submitted over measured steps to a version of the model", async () => {
    const { provider, advance } = simulated;
    const zipUrl = await uploadPictures(simulated);
    const { providerId, state } = reportOf(await provider.train(trainingOrderFor(zipUrl)));
    expect(state).toBe("submitted");

    await advance(10 * minuteMs);
    const running = reportOf(await provider.lookUpTraining(providerId));
    expect(running).toMatchObject({ state: "running", version: null, error: null, completedAt: null });
    expect(running.progress?.totalSteps).toBe(1000);
    expect(running.progress?.step).toBeGreaterThan(100);
    expect(running.progress?.step).toBeLessThan(900);

    await advance(20 * minuteMs);
    const ended = reportOf(await provider.lookUpTraining(providerId));
    expect(ended).toMatchObject({
      state: "succeeded",
      modelName: "simulated/42585527-selfie-lora",
      input: { zipUrl: zipUrl, triggerWord: "user42585527" },
    });
    // The trainer's last bar may stand one step before its end.
    expect(ended.progress?.step).toBeGreaterThanOrEqual(999);
    expect(ended.version).toMatch(/^[0-9a-f]{64}$/);
    expect(ended.metrics.predictSeconds).toBeGreaterThan(1_000);
  });

  it("fails with a readable reason when the zip is none", async () => {
    const { provider, advance } = simulated;
    const uploaded = await provider.uploadTrainingSet({
      fileName: "set.zip",
      bytes: new TextEncoder().encode("no"),
    });
    if (uploaded.outcome === "failed") throw new Error(uploaded.error.logOnly);
    const { providerId } = reportOf(await provider.train(trainingOrderFor(uploaded.value.url)));
    await advance(30 * minuteMs);
    expect(reportOf(await provider.lookUpTraining(providerId))).toMatchObject({
      state: "failed",
      version: null,
      error: { code: "training-set-unreadable" },
    });
  });

  it("fails without a version although its log ended well", async () => {
    const { provider, advance, simulator } = simulated;
    simulator.faults.add({ kind: "failed-after-success-logs", job: "training" });
    const zipUrl = await uploadPictures(simulated);
    const { providerId } = reportOf(await provider.train(trainingOrderFor(zipUrl)));
    await advance(30 * minuteMs);
    expect(reportOf(await provider.lookUpTraining(providerId))).toMatchObject({
      state: "failed",
      version: null,
    });
  });

  it("can be cancelled, also twice", async () => {
    const { provider, advance } = simulated;
    const zipUrl = await uploadPictures(simulated);
    const { providerId } = reportOf(await provider.train(trainingOrderFor(zipUrl)));
    await advance(10 * minuteMs);
    await provider.cancelTraining(providerId);
    expect(reportOf(await provider.cancelTraining(providerId)).state).toBe("canceled");
    expect(reportOf(await provider.lookUpTraining(providerId)).state).toBe("canceled");
  });

  it("is refused without its destination", async () => {
    const order = trainingOrderFor("https://example.com/set.zip");
    const answer = await simulated.provider.train({
      ...order,
      model: { account: model.account, name: "nowhere" },
    });
    expect(answer).toMatchObject({
      outcome: "refused",
      error: { code: "provider_refused", reason: "destination-missing" },
    });
  });

  it.each(Object.values(trainers))("is asked for as its trainer expects it: $id", async (trainer) => {
    expect(await checkTrainer(simulated.provider, trainer)).toEqual({ outcome: "agrees" });
  });
});

describe("a generation", () => {
  it("goes from submitted over measured steps to pictures that can be fetched", async () => {
    const { provider, advance } = simulated;
    const seed = nextSeed();
    const { providerId, state } = reportOf(await provider.generate(generationOrderFor(version, seed)));
    expect(state).toBe("submitted");

    await advance(25_000);
    const running = reportOf(await provider.lookUpGeneration(providerId));
    expect(running).toMatchObject({ state: "running", seed, outputs: [], progress: { totalSteps: 50 } });
    expect(running.progress?.step).toBeGreaterThan(0);

    await advance(minuteMs);
    const ended = reportOf(await provider.lookUpGeneration(providerId));
    expect(ended).toMatchObject({
      state: "succeeded",
      version,
      seed,
      progress: { step: 50, totalSteps: 50 },
      safeImages: { kept: 2, made: 2 },
      dataRemoved: false,
      input: { prompt, seed, outputs: 2 },
    });
    const downloads = await Promise.all(ended.outputs.map(download));
    expect(downloads).toHaveLength(2);
    for (const picture of downloads) {
      if (picture.outcome === "failed") throw new Error(picture.logOnly);
      expect(Buffer.from(picture.bytes).subarray(0, 4)).toEqual(png);
      expect(picture.contentType).toBe("image/png");
    }
  });

  it("loses its pictures after an hour, and says so", async () => {
    const ended = await generateAndWait(2 * minuteMs);
    const [address = ""] = ended.outputs;
    await simulated.advance(61 * minuteMs);
    expect(reportOf(await simulated.provider.lookUpGeneration(ended.providerId))).toMatchObject({
      state: "succeeded",
      dataRemoved: true,
      outputs: [],
    });
    expect(await download(address)).toMatchObject({ outcome: "failed", code: "expired" });
  });

  it("can come with fewer pictures than asked for", async () => {
    const ended = await generateAndWait(2 * minuteMs, { kind: "nsfw-some" });
    expect(ended).toMatchObject({ state: "succeeded", safeImages: { kept: 1, made: 2 } });
    expect(ended.outputs).toHaveLength(1);
  });

  it("fails as withheld when the safety checker keeps everything", async () => {
    const ended = await generateAndWait(2 * minuteMs, { kind: "nsfw-all" });
    expect(ended).toMatchObject({ state: "failed", outputs: [], error: { code: "content-withheld" } });
  });

  it("can wait for its start for a long time", async () => {
    expect(await generateAndWait(20 * minuteMs, { kind: "stuck-in-starting" })).toMatchObject({
      state: "submitted",
      startedAt: null,
      progress: null,
    });
  });

  it("can have a picture that is gone before its time", async () => {
    const ended = await generateAndWait(2 * minuteMs, { kind: "output-expired" });
    expect(await download(ended.outputs[0] ?? "")).toMatchObject({ outcome: "failed", code: "expired" });
  });

  it("can be cancelled while it runs", async () => {
    const running = await generateAndWait(20_000);
    const canceled = reportOf(await simulated.provider.cancelGeneration(running.providerId));
    expect(canceled.state).toBe("canceled");
  });

  it("says what it has become when it is cancelled too late", async () => {
    const ended = await generateAndWait(2 * minuteMs);
    expect(reportOf(await simulated.provider.cancelGeneration(ended.providerId)).state).toBe("succeeded");
  });

  it("is not found under an id that nobody gave", async () => {
    expect(await simulated.provider.lookUpGeneration("nobodygavethisidxxxxxxxxxx")).toEqual({
      outcome: "not-found",
    });
  });
});

describe("deleting", () => {
  it("takes away version, model and file, and finds nothing to do the second time", async () => {
    const { provider, advance } = simulated;
    const other = { account: model.account, name: "99999999-selfie-lora" };
    await provider.ensureModel(other);
    const uploaded = await provider.uploadTrainingSet({ fileName: "set.zip", bytes: await zipOfPictures() });
    if (uploaded.outcome === "failed") throw new Error(uploaded.error.logOnly);
    const order = { ...trainingOrderFor(uploaded.value.url), model: other };
    const { providerId } = reportOf(await provider.train(order));
    await advance(30 * minuteMs);
    const trained = reportOf(await provider.lookUpTraining(providerId)).version ?? "";
    const address = { ...other, version: trained };

    expect(await provider.versionSchema(address)).toMatchObject({
      outcome: "ok",
      value: { openapi: "3.0.2" },
    });
    expect(await provider.deleteModel(other)).toMatchObject({
      outcome: "failed",
      error: { reason: "in-use" },
    });
    expect(await provider.deleteVersion(address)).toEqual({ outcome: "ok", value: "scheduled" });
    await advance(10 * minuteMs);
    expect(await provider.deleteVersion(address)).toEqual({ outcome: "ok", value: "already-gone" });
    expect(await provider.deleteModel(other)).toEqual({ outcome: "ok", value: "deleted" });
    expect(await provider.deleteModel(other)).toEqual({ outcome: "ok", value: "already-gone" });
    expect(await provider.deleteFile(uploaded.value.fileId)).toEqual({ outcome: "ok", value: "deleted" });
    expect(await provider.deleteFile(uploaded.value.fileId)).toEqual({
      outcome: "ok",
      value: "already-gone",
    });
    expect(await provider.ensureModel(other)).toEqual({ outcome: "ok", value: { created: true } });
  });
});

it("names the account of its token", async () => {
  expect(await simulated.provider.accountName()).toEqual({ outcome: "ok", value: "simulated" });
});
