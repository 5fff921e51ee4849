import { expect, test } from "vitest";
import { paying } from "./fault-arbitrary.ts";
import { openGround, playSchedule } from "./play-schedules.ts";
import type { Action } from "./schedule.ts";

/** More than an unanswered request is waited for: another process has taken over by then. */
const passMs = 130_000;
const wishes = {
  generate: { kind: "generate", afterMs: 0, outputs: 1, seed: null, scene: 0 },
  train: { kind: "train", afterMs: 0 },
} as const satisfies Record<keyof typeof paying, Action>;
const refusals = {
  "for asking too often": { kind: "throttled", retryAfterSeconds: 30, times: 1 },
  "for want of credit": { kind: "insufficient-credit", times: 1 },
} as const;

test.each([
  ["generation", "generate", "for asking too often"],
  ["generation", "generate", "for want of credit"],
  ["training", "train", "for asking too often"],
  ["training", "train", "for want of credit"],
] as const)(
  "whoever was refused a %s, and writes it down after another has sent, takes nothing back (%s, %s)",
  async (_what, wish, why) => {
    await using ground = await openGround({ database: "postgres", webhooks: false });
    const playing = playSchedule(ground, {
      actions: [wishes[wish]],
      faults: [
        { ...refusals[why], ...paying[wish] },
        { kind: "dropped-after", times: 1, ...paying[wish] },
      ],
      // The refusal has been read and is about to be written down.
      interruptions: [{ kind: "others-first", around: "payment", afterTouches: 2, passMs }],
      fates: ["once"],
      random: 1,
    });
    await expect(playing).resolves.toBeUndefined();
  },
);
