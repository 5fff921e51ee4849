import type { FaultRequest } from "@selfsame/replicate-simulator";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type SimulatedProvider,
  acceptedWith,
  generationOrderFor,
  prompt,
  reportOf,
  simulatedToken,
  startSimulatedProvider,
  trainModel,
  trainingOrderFor,
  uploadPictures,
  zipOfPictures,
} from "../../test/replicate/simulated-provider.ts";

let simulated: SimulatedProvider;
let version: string;
let lastSeed = 0;
const nextSeed = () => {
  lastSeed += 1;
  return lastSeed;
};

beforeAll(async () => {
  simulated = await startSimulatedProvider("paid request");
  version = await trainModel(simulated);
});
afterAll(async () => {
  await simulated[Symbol.asyncDispose]();
});
beforeEach(() => {
  simulated.simulator.faults.clear();
});

type RequestFault = Extract<
  FaultRequest,
  { kind: "insufficient-credit" | "throttled" | `server-error${string}` | `dropped-${string}` }
>;

describe("a paid request that goes wrong", () => {
  const path = "/predictions";
  it.each<[RequestFault, string, string, number]>([
    [{ kind: "insufficient-credit", path }, "refused", "provider_no_credit", 0],
    [{ kind: "throttled", retryAfterSeconds: 5, path }, "refused", "rate_limited", 0],
    [{ kind: "server-error", path }, "unclear", "provider_unavailable", 0],
    [{ kind: "server-error-html", path }, "unclear", "provider_unavailable", 0],
    [{ kind: "dropped-before", path }, "unclear", "provider_unavailable", 0],
    [{ kind: "dropped-after", path }, "unclear", "provider_unavailable", 1],
  ])("%j ends %s as %s, accepted %i times", async (fault, outcome, code, accepted) => {
    simulated.simulator.faults.add({ ...fault, method: "POST" });
    const seed = nextSeed();
    const submission = await simulated.provider.generate(generationOrderFor(version, seed));
    simulated.simulator.faults.clear();

    expect(submission.outcome).toBe(outcome);
    expect(submission).toHaveProperty(outcome === "refused" ? "error.code" : "cause.code", code);
    expect(await acceptedWith(simulated, seed)).toHaveLength(accepted);
  });

  it("goes through after a throttling that passes", async () => {
    simulated.simulator.faults.add({
      kind: "throttled",
      retryAfterSeconds: 2,
      path,
      method: "POST",
      times: 2,
    });
    const seed = nextSeed();
    const submission = await simulated.provider.generate(generationOrderFor(version, seed));
    expect(submission.outcome).toBe("accepted");
    expect(await acceptedWith(simulated, seed)).toHaveLength(1);
  });

  it.each([
    ["with a webhook address", "http://127.0.0.1:9/webhooks/replicate?kind=generation&id=1"],
    ["without one", null],
  ])("is found again %s when its answer was lost, and only it", async (_name, webhookUrl) => {
    const { provider, simulator, now } = simulated;
    simulator.faults.add({ kind: "dropped-after", method: "POST", path, times: 1 });
    const [seed, strangeSeed] = [nextSeed(), nextSeed()];
    const notBefore = now();
    const submission = await provider.generate(generationOrderFor(version, seed, webhookUrl));
    expect(submission.outcome).toBe("unclear");

    const trace = { webhookUrl, version, prompt, input: {}, taken: [], notBefore };
    expect(await provider.findGeneration({ ...trace, seed })).toMatchObject({
      outcome: "found",
      report: { input: { seed }, webhookUrl },
    });
    const strange = {
      ...trace,
      seed: strangeSeed,
      webhookUrl: webhookUrl === null ? null : `${webhookUrl}2`,
    };
    expect(await provider.findGeneration(strange)).toEqual({ outcome: "not-found" });
  });

  it("is certainly not there when it was lost on its way", async () => {
    const { provider, simulator, now } = simulated;
    simulator.faults.add({ kind: "dropped-before", method: "POST", path, times: 1 });
    const seed = nextSeed();
    const notBefore = now();
    await provider.generate(generationOrderFor(version, seed));
    const trace = { webhookUrl: null, version, prompt, seed, input: {}, taken: [], notBefore };
    expect(await provider.findGeneration(trace)).toEqual({ outcome: "not-found" });
  });

  it("is found again when it was a training, by its zip", async () => {
    const { provider, simulator, now } = simulated;
    const zipUrl = await uploadPictures(simulated);
    simulator.faults.add({ kind: "dropped-after", method: "POST", path: "/models/*/*/versions/*/trainings" });
    const notBefore = now();
    expect(await provider.train(trainingOrderFor(zipUrl))).toMatchObject({ outcome: "unclear" });
    simulator.faults.clear();

    const trace = { webhookUrl: null, zipUrl: zipUrl, notBefore };
    const found = reportOf(await provider.findTraining(trace));
    expect(found.input.zipUrl).toBe(zipUrl);
    expect(await provider.findTraining({ ...trace, zipUrl: `${trace.zipUrl}x` })).toEqual({
      outcome: "not-found",
    });
    await provider.cancelTraining(found.providerId);
  });

  it("is found again when it was an upload, by its bytes", async () => {
    const { provider, simulator } = simulated;
    const bytes = await zipOfPictures();
    simulator.faults.add({ kind: "dropped-after", method: "POST", path: "/files", times: 1 });
    const uploaded = await provider.uploadTrainingSet({ fileName: "set.zip", bytes });
    if (uploaded.outcome === "failed") throw new Error(uploaded.error.logOnly);
    const file = await fetch(uploaded.value.url, {
      headers: { authorization: `Bearer ${simulatedToken}` },
    });
    expect(await file.json()).toMatchObject({ id: uploaded.value.fileId, size: bytes.byteLength });
  });
});
