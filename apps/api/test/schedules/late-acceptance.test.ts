import { expect, test } from "vitest";
import { readRecords } from "./check-outcome.ts";
import { paying } from "./fault-arbitrary.ts";
import { openGround } from "./play-schedules.ts";
import { runSchedule } from "./schedule-run.ts";
import { openScheduleWorld } from "./schedule-world.ts";
import type { Schedule } from "./schedule.ts";

const minuteMs = 60_000;

test("a request that the provider accepts after everybody gave it up is cancelled as soon as it is heard of", async () => {
  await using ground = await openGround({ database: "postgres", webhooks: true });
  const schedule: Schedule = {
    actions: [
      { kind: "generate", afterMs: 0, outputs: 1, seed: null, scene: 0 },
      // By now the first has been sent again; the last outlives the moment at which its first request is accepted.
      { kind: "generate", afterMs: 4 * minuteMs, outputs: 1, seed: null, scene: 1 },
      { kind: "generate", afterMs: 10 * minuteMs, outputs: 1, seed: null, scene: 2 },
    ],
    faults: [{ kind: "slow-answer", delayMs: 10 * minuteMs, times: 1, ...paying.generate }],
    interruptions: [],
    fates: ["once"],
    random: 1,
  };
  await using world = await openScheduleWorld(ground, schedule);
  const { census } = await runSchedule(world, schedule);
  const { generations } = await readRecords(world);

  expect(generations.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "succeeded"]);
  const adopted = new Set(generations.map(({ providerId }) => providerId));
  const late = census.predictions().filter(({ id }) => !adopted.has(id));
  expect(late.map(({ status }) => status)).toEqual(["canceled"]);
});
