import { describe, expect, it } from "vitest";
import { trainingBody } from "../../test/replicate/provider-fixture.ts";
import { readTrainingReport } from "./read-training-report.ts";

const hash = "c".repeat(64);
const weights = "https://replicate.delivery/xezq/abc/trained_model.tar";

describe("readTrainingReport", () => {
  it("reads a finished training whole", () => {
    const report = readTrainingReport(
      trainingBody({
        status: "succeeded",
        output: { version: `alice/42585527-selfie-lora:${hash}`, weights },
        logs: "flux_train_replicate: 100%|██████████| 1000/1000 [13:27<00:00,  1.24it/s, lr: 4.0e-04 loss: 2.4e-01]\n",
        metrics: { predict_time: 807.5 },
        completed_at: "2026-05-04T10:14:00Z",
      }),
    );
    expect(report).toMatchObject({
      state: "succeeded",
      version: hash,
      modelName: "alice/42585527-selfie-lora",
      weightsUrl: weights,
      progress: { step: 1000, totalSteps: 1000 },
      metrics: { predictSeconds: 807.5, totalSeconds: null },
      input: { zipUrl: "https://api.example/v1/files/one", triggerWord: "user42585527" },
    });
  });

  it.each([
    ["a bare hash", { version: hash, weights }, hash],
    ["no output", null, null],
    ["an output without a version", { weights }, null],
    ["a short hash", { version: "alice/m:abc" }, null],
    ["a hash with something behind it", { version: `${hash}/../other` }, null],
    ["an output of another kind", weights, null],
  ])("reads the version from %s", (_name, output, version) => {
    const report = readTrainingReport(trainingBody({ status: "succeeded", output }));
    expect(report?.version).toBe(version);
  });

  it("knows the fast trainer's name for its steps", () => {
    const report = readTrainingReport(
      trainingBody({
        input: { training_steps: 1000 },
        logs: " 25%|██▌       | 250/1000 [00:30<01:30,  8.3it/s]",
      }),
    );
    expect(report?.progress).toEqual({ step: 250, totalSteps: 1000 });
  });

  it.each([
    ["input_images must be a zip file", "training-set-unreadable"],
    ["Prediction input failed validation: {}", "input-invalid"],
    ["", "unknown"],
  ])("reads the failure %j as %s", (error, code) => {
    expect(readTrainingReport(trainingBody({ status: "failed", error }))?.error?.code).toBe(code);
  });

  it("says what is not a training", () => {
    expect(readTrainingReport({ id: "x" })).toBeNull();
  });
});
