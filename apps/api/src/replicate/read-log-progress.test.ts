import { describe, expect, it } from "vitest";
import { readLogProgress } from "./read-log-progress.ts";

const nothing = { progress: null, seed: null, safeImages: null };

describe("readLogProgress", () => {
  it("reads seed, steps and safe images of a generation", () => {
    const logs = [
      "2026-05-04 10:00:01.2 | INFO | loading lora",
      "Using seed: 29889",
      "  0%|          | 0/50 [00:00<?, ?it/s]",
      " 42%|████▏     | 21/50 [00:03<00:04,  6.9it/s]",
      "NSFW content detected in image 1",
      "Total safe images: 3 out of 4",
      "",
    ].join("\n");
    expect(readLogProgress(logs, 50)).toEqual({
      progress: { step: 21, totalSteps: 50 },
      seed: 29_889,
      safeImages: { kept: 3, made: 4 },
    });
  });

  it("reads the trainer's bar between carriage returns", () => {
    const logs =
      "flux_train_replicate:   0%|          | 0/1000 [00:00<?, ?it/s]\r" +
      "flux_train_replicate:  12%|█▏        | 119/1000 [01:52<13:38,  1.08it/s, lr: 4.0e-04 loss: 3.123e-01]\r";
    expect(readLogProgress(logs, 1000).progress).toEqual({ step: 119, totalSteps: 1000 });
  });

  it("is not taken in by the bars of loading and captioning", () => {
    const logs = [
      "Loading checkpoint shards: 100%|██████████| 3/3 [00:05<00:00,  1.9s/it]",
      "Captioning images: 100%|██████████| 12/12 [00:20<00:00,  1.7s/it]",
      "flux_train_replicate:   2%|▏         | 21/1000 [00:20<13:38,  1.08it/s]",
      "Caching latents: 100%|██████████| 36/36 [00:02<00:00, 15.0it/s]",
    ].join("\n");
    expect(readLogProgress(logs, 1000).progress).toEqual({ step: 21, totalSteps: 1000 });
  });

  it("reads a bar that was not told its total", () => {
    expect(readLogProgress("0it [00:00, ?it/s]\n17it [00:02,  8.51it/s]\n", 50).progress).toEqual({
      step: 17,
      totalSteps: 50,
    });
  });

  it.each([
    ["nothing", "", 50],
    ["no expectation", " 42%|████▏     | 21/50 [00:03<00:04,  6.9it/s]", null],
    ["another total", " 42%|████▏     | 21/28 [00:03<00:04,  6.9it/s]", 50],
    ["more than all", "120%|██████████| 60/50 [00:03<00:04,  6.9it/s]", 50],
    ["a prompt that quotes a bar", "prompt: 42% | 21/50 of a tart", 50],
    ["half a line", " 42%|████▏     | 21/", 50],
  ])("reads no progress from %s", (_name, logs, steps) => {
    expect(readLogProgress(logs, steps)).toEqual(nothing);
  });

  it("believes the last of several", () => {
    const logs =
      "Using seed: 1\n 50%|█████     | 25/50 [00:01<00:01]\nUsing seed: 2\n  4%|▍         | 2/50 [00:00<00:01]";
    expect(readLogProgress(logs, 50)).toMatchObject({ seed: 2, progress: { step: 2 } });
  });
});
