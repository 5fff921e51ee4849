import type { FaultRequest } from "@selfsame/replicate-simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenPromises, readRecords } from "./check-outcome.ts";
import { paying } from "./fault-arbitrary.ts";
import { openGround } from "./play-schedules.ts";
import { runSchedule } from "./schedule-run.ts";
import { openScheduleWorld } from "./schedule-world.ts";
import type { Action, Schedule } from "./schedule.ts";

const minuteMs = 60_000;
const generate: Action = { kind: "generate", afterMs: 0, outputs: 1, seed: 7, scene: 0 };
const train: Action = { kind: "train", afterMs: 0 };

/** Every process is replaced by another, whose reconciler finds what is due. */
const look: Action = { kind: "absence", afterMs: 11_000, forMs: 1 };

let ground: Awaited<ReturnType<typeof openGround>>;
beforeAll(async () => {
  ground = await openGround({ database: "postgres", webhooks: false });
});
afterAll(() => ground[Symbol.asyncDispose]());

/** Plays without interruptions and keeps every promise; what was stored, and what the provider accepted. */
async function play(
  actions: readonly Action[],
  faults: readonly FaultRequest[],
  fates: Schedule["fates"] = ["once"],
) {
  const schedule: Schedule = { actions, faults, interruptions: [], fates, random: 1 };
  await using world = await openScheduleWorld(ground, schedule);
  const outcome = await runSchedule(world, schedule);
  const records = await readRecords(world);
  expect(await brokenPromises(world, schedule, outcome, records)).toEqual([]);
  return { ...records, predictions: outcome.census.predictions(), accepted: outcome.census.trainings() };
}

test("a training that is wished away while its answer is unclear is not sent again", async () => {
  const { trainings, accepted } = await play(
    [train, { kind: "cancel", afterMs: 1_000, which: 0 }],
    [{ kind: "dropped-before", times: 1, ...paying.train }],
  );
  expect(trainings).toMatchObject([{ status: "canceled", errorCode: null }]);
  expect(accepted).toEqual([]);
});

test("a generation whose answer never came, found only past its deadline, is stopped at the provider", async () => {
  const { generations, predictions } = await play(
    [generate, look, { kind: "absence", afterMs: 0, forMs: 61 * minuteMs }],
    [
      { kind: "dropped-after", times: 1, ...paying.generate },
      { kind: "stuck-in-starting", job: "prediction" },
    ],
    ["never"],
  );
  expect(generations).toMatchObject([{ status: "expired", errorCode: "not-answered" }]);
  expect(predictions).toMatchObject([{ status: "canceled" }]);
});

test("a training whose answer never came, found only past its deadline, is stopped at the provider", async () => {
  const { trainings, accepted } = await play(
    [train, look, { kind: "absence", afterMs: 0, forMs: 181 * minuteMs }],
    [
      { kind: "dropped-after", times: 1, ...paying.train },
      { kind: "stuck-in-starting", job: "training" },
    ],
    ["never"],
  );
  expect(trainings).toMatchObject([{ status: "failed", errorCode: "not-answered" }]);
  expect(accepted).toMatchObject([{ status: "canceled" }]);
});

test("two generations alike to the letter each find their own in the provider's list", async () => {
  const { generations, predictions } = await play(
    [generate, { ...generate, afterMs: minuteMs }],
    [{ kind: "dropped-after", times: 1, skip: 1, ...paying.generate }],
  );
  expect(generations).toMatchObject([{ status: "succeeded" }, { status: "succeeded" }]);
  expect(new Set(generations.map(({ providerId }) => providerId))).toEqual(
    new Set(predictions.map(({ id }) => id)),
  );
});

test("pictures that were finished shortly before the deadline are still copied when storage is back", async () => {
  const { generations, portraits } = await play(
    [generate, { kind: "storage-fails", afterMs: 0, forMs: 75 * minuteMs }],
    [{ kind: "slow-start", delayMs: 58 * minuteMs, job: "prediction" }],
  );
  expect(generations).toMatchObject([{ status: "succeeded" }]);
  expect(portraits).toHaveLength(1);
});
