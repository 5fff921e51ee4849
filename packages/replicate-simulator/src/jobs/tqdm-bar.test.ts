import { parseProgressFromLogs } from "replicate";
import { expect, it } from "vitest";
import { tqdmBar } from "./tqdm-bar.ts";

it("writes the line that tqdm writes", () => {
  expect(tqdmBar({ step: 0, total: 28, elapsedSeconds: 0 })).toBe("  0%|          | 0/28 [00:00<?, ?it/s]");
  expect(tqdmBar({ step: 14, total: 28, elapsedSeconds: 7 })).toBe(
    " 50%|█████     | 14/28 [00:07<00:07,  2.00it/s]",
  );
  expect(
    tqdmBar({ step: 950, total: 1000, elapsedSeconds: 4000, description: "train", postfix: "lr: 4.0e-04" }),
  ).toBe("train:  95%|█████████▌| 950/1000 [1:06:40<03:30,  4.21s/it, lr: 4.0e-04]");
});

it("is understood by the provider's own client", () => {
  const logs = `Using seed: 7\n${tqdmBar({ step: 21, total: 28, elapsedSeconds: 9 })}\n`;
  expect(parseProgressFromLogs(logs)).toEqual({ percentage: 0.75, current: 21, total: 28 });
});
