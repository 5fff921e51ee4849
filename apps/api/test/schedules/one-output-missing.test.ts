import { expect, test } from "vitest";
import { readRecords } from "./check-outcome.ts";
import { openGround } from "./play-schedules.ts";
import { runSchedule } from "./schedule-run.ts";
import { openScheduleWorld } from "./schedule-world.ts";
import type { Schedule } from "./schedule.ts";

test("one picture that never comes takes the others away from nobody", async () => {
  await using ground = await openGround({ database: "postgres", webhooks: true });
  const schedule: Schedule = {
    actions: [{ kind: "generate", afterMs: 0, outputs: 3, seed: null, scene: 0 }],
    faults: [],
    interruptions: [],
    fates: ["once"],
    random: 1,
  };
  await using world = await openScheduleWorld(ground, schedule);
  const fetchAllButOne: typeof fetch = (input, init) =>
    new URL(input instanceof Request ? input.url : input).pathname.endsWith("/out-1.png")
      ? Promise.resolve(new Response(null, { status: 502 }))
      : world.around.fetch(input, init);
  await runSchedule({ ...world, around: { ...world.around, fetch: fetchAllButOne } }, schedule);
  const { generations, portraits } = await readRecords(world);

  expect(generations).toMatchObject([
    { status: "succeeded", errorCode: "outputs-expired", outputUrls: null },
  ]);
  expect(portraits.map(({ outputIndex }) => outputIndex)).toEqual([0, 2]);
});
