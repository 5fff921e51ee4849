import { expect, it } from "vitest";
import type { JobRecord } from "../jobs/job-record.ts";
import { trainingLogs } from "./training-logs.ts";

const training: JobRecord = {
  id: "a",
  sequence: 1,
  kind: "training",
  account: "studio",
  model: "ostris/flux-dev-lora-trainer",
  versionId: "0".repeat(64),
  versionHidden: false,
  deployment: null,
  destination: "studio/portrait",
  input: { lora_rank: 32, learning_rate: 0.0001 },
  status: "processing",
  createdAt: 0,
  startedAt: 0,
  completedAt: null,
  deadlineAt: null,
  files: null,
  trainedVersionId: null,
  error: null,
  logs: null,
  imageCount: 12,
  dataRemoved: false,
  plan: { startsAfterMs: 0, runsForMs: 1_200_000, seed: 1, steps: 1000, faults: [] },
  webhook: null,
  webhookEvents: null,
  completionMessage: null,
};

const logsAt = (fraction: number, job = training) =>
  trainingLogs(job, { fraction, elapsedSeconds: 1200 * fraction });

it("says nothing before the zip is read", () => {
  expect(logsAt(0, { ...training, imageCount: null })).toBe("");
});

it("only ever grows by lines at its end, apart from the latest progress line", () => {
  for (let percent = 0; percent < 100; percent += 1) {
    const before = logsAt(percent / 100)
      .trimEnd()
      .split("\n");
    const after = logsAt((percent + 1) / 100).split("\n");
    const kept = before.filter((line) => !line.startsWith("flux_train_replicate"));
    expect(after.filter((line) => !line.startsWith("flux_train_replicate")).slice(0, kept.length)).toEqual(
      kept,
    );
  }
});

it("carries its inputs and its progress as the trainer's own lines do", () => {
  const half = logsAt(0.55);
  expect(half).toContain("create LoRA network. base dim (rank): 32, alpha: 32\n");
  expect(half).toMatch(
    /\nflux_train_replicate: {2}50%\|█{5} {5}\| 500\/1000 \[.*, lr: 1\.0e-04 loss: \d\.\d{3}e-01\]\n$/,
  );
  expect(logsAt(1)).toMatch(/1000\/1000[^\n]*\nSaved to output\//);
  expect(logsAt(0.02, { ...training, input: { autocaption: false } })).not.toContain("Captioning");
});
