import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generationProblems } from "../../src/generations/generation-problem.ts";
import { trainingProblems } from "../../src/models/training-problem.ts";
import { type CreditsOfWork, creditsOf } from "./check-ledger.ts";
import { brokenPromises, readRecords } from "./check-outcome.ts";
import { faultKinds } from "./fault-arbitrary.ts";
import { type ExpectedEnd, generationScenarios, trainingScenarios } from "./fault-scenarios.ts";
import { openGround } from "./play-schedules.ts";
import { runSchedule } from "./schedule-run.ts";
import { openScheduleWorld } from "./schedule-world.ts";
import type { Action, Schedule } from "./schedule.ts";
import { writeReport } from "./write-report.ts";

const outputs = 2;
const generate: Action = { kind: "generate", afterMs: 0, outputs, seed: null, scene: 0 };
const train: Action = { kind: "train", afterMs: 0 };

/** Fine enough for the times in the table. */
const lookEveryMs = 5_000;

type Ended = ExpectedEnd & { readonly afterSeconds: number; readonly credits: CreditsOfWork };

let ground: Awaited<ReturnType<typeof openGround>>;
const seen = { generation: new Map<string, Ended>(), training: new Map<string, Ended>() };

beforeAll(async () => {
  ground = await openGround({ database: "postgres", webhooks: true });
});
afterAll(async () => {
  await ground[Symbol.asyncDispose]();
  await writeReport("faults", table());
});

/** Plays one fault against one wish, and says how it ended. */
async function endOf(action: Action, fault: Schedule["faults"][number]): Promise<Ended> {
  const schedule: Schedule = {
    actions: [action],
    faults: [fault],
    interruptions: [],
    fates: ["once"],
    random: 1,
  };
  await using world = await openScheduleWorld(ground, schedule);
  const outcome = await runSchedule(world, schedule, lookEveryMs);
  const records = await readRecords(world);
  // A fault without a scene spoils every picture; the rows below say what is kept then.
  const { brief = "" } = records.generations[0] ?? {};
  const named = "job" in fault ? { ...fault, promptIncludes: brief } : fault;
  expect(await brokenPromises(world, { ...schedule, faults: [named] }, outcome, records)).toEqual([]);
  const [ended] = action.kind === "generate" ? records.generations : records.trainings;
  if (ended === undefined || ended.endedAt === null) throw new Error("It did not end");
  const accepted = action.kind === "generate" ? outcome.census.predictions() : outcome.census.trainings();
  return {
    status: ended.status,
    told: ended.errorCode,
    kept: action.kind === "generate" ? records.portraits.length : Number(ended.status === "ready"),
    accepted: accepted.length === 0 ? 0 : 1,
    credits: creditsOf(records.entries, ended.id),
    afterSeconds: (ended.endedAt.getTime() - ended.createdAt.getTime()) / 1_000,
  };
}

describe("of a generation", () => {
  test.each(faultKinds.map((kind) => [kind, generationScenarios[kind]] as const))(
    "%s ends as it should, and the person is told why",
    async (kind, { fault, end }) => {
      const ended = await endOf(generate, fault);
      seen.generation.set(kind, ended);
      expect(ended).toMatchObject(end);
      expect([null, ...Object.keys(generationProblems)]).toContain(ended.told);
    },
  );
});

describe("of a training", () => {
  test.each(faultKinds.map((kind) => [kind, trainingScenarios[kind]] as const))(
    "%s ends as it should, and the person is told why",
    async (kind, { fault, end }) => {
      const ended = await endOf(train, fault);
      seen.training.set(kind, ended);
      expect(ended).toMatchObject(end);
      expect([null, ...Object.keys(trainingProblems)]).toContain(ended.told);
    },
  );
});

/** What was seen, one fault a line. */
function table(): string {
  const head = [
    "fault",
    "a generation of 2 ends",
    "portraits",
    "credits",
    "accepted",
    "after",
    "a training ends",
    "credits",
    "accepted",
    "after",
  ];
  const rows = faultKinds.map((kind) => {
    const generation = seen.generation.get(kind);
    const training = seen.training.get(kind);
    return [
      kind,
      inWords(generation),
      generation === undefined ? "" : `${generation.kept} there, ${outputs - generation.kept} missing`,
      inCredits(generation),
      String(generation?.accepted ?? ""),
      inTime(generation),
      inWords(training),
      inCredits(training),
      String(training?.accepted ?? ""),
      inTime(training),
    ];
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const explained =
    "Faults, and what they leave a person with. Portraits: delivered and missing. Credits: spent and given back.\n" +
    "Accepted: what the provider took, and is paid for. After: from the wish to the end on the injected clock, with a provider that works at 600 times its speed.";
  return [explained, "", line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join(
    "\n",
  );
}

const inWords = (ended: Ended | undefined): string =>
  ended === undefined ? "not seen" : [ended.status, ended.told].filter((word) => word !== null).join(": ");

const inCredits = (ended: Ended | undefined): string =>
  ended === undefined ? "" : `${ended.credits.spent} spent, ${ended.credits.givenBack} back`;

function inTime(ended: Ended | undefined): string {
  if (ended === undefined) return "";
  const { afterSeconds } = ended;
  return afterSeconds < 100 ? `${afterSeconds.toFixed(1)} s` : `${(afterSeconds / 60).toFixed(0)} min`;
}
