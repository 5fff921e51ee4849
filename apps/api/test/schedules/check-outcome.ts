import { desc, ne } from "drizzle-orm";
import type { CreditEntryRow } from "../../src/credits/credit-entry.store.ts";
import { actingAs } from "../../src/db/acting-as.ts";
import { creditEntries } from "../../src/db/schema/credits.ts";
import { generations, portraits } from "../../src/db/schema/generations.ts";
import { trainings } from "../../src/db/schema/models.ts";
import { eventsAfter, lastEventPosition } from "../../src/events/event.store.ts";
import { listPortraits } from "../../src/gallery/list-portraits.ts";
import type { PortraitRow } from "../../src/gallery/portrait.store.ts";
import type { GenerationRow } from "../../src/generations/generation.store.ts";
import { listGenerations } from "../../src/generations/list-generations.ts";
import { portraitKey } from "../../src/images/image-key.ts";
import { verifyStored } from "../../src/images/verify-stored.ts";
import { getModel } from "../../src/models/get-model.ts";
import type { TrainingRow } from "../../src/models/model.store.ts";
import { ledgerFaults } from "./check-ledger.ts";
import type { AcceptedRun } from "./provider-census.ts";
import type { Schedule } from "./schedule.ts";
import type { ScheduleOutcome } from "./schedule-run.ts";
import type { ScheduleWorld } from "./schedule-world.ts";

/** Everything that the studio knows of one person's requests. */
export interface StudioRecords {
  readonly generations: readonly GenerationRow[];
  readonly portraits: readonly PortraitRow[];
  /** Without the one that the person came with. */
  readonly trainings: readonly TrainingRow[];
  /** The whole ledger, oldest entry first. */
  readonly entries: readonly CreditEntryRow[];
  readonly positions: readonly number[];
  readonly lastPosition: number;
}

/** Reads what is stored, as the person's own. */
export function readRecords({ around, person, firstTrainingId }: ScheduleWorld): Promise<StudioRecords> {
  return actingAs(around.database)(person.subjectId, async (tx) => ({
    generations: await tx.select().from(generations).orderBy(desc(generations.id)),
    portraits: await tx.select().from(portraits).orderBy(portraits.generationId, portraits.outputIndex),
    trainings: await tx.select().from(trainings).where(ne(trainings.id, firstTrainingId)),
    entries: await tx.select().from(creditEntries).orderBy(creditEntries.position),
    positions: (await eventsAfter(tx, person.subjectId, 0, 10_000)).map(({ position }) => position),
    lastPosition: await lastEventPosition(tx, person.subjectId),
  }));
}

/** Every promise that the schedule has broken, in words; none is what is wanted. */
export async function brokenPromises(
  world: ScheduleWorld,
  schedule: Schedule,
  outcome: ScheduleOutcome,
  records: StudioRecords,
): Promise<string[]> {
  return [
    ...unended(records),
    ...paidTwice(world, outcome, records),
    ...stillRunning(outcome),
    ...(await lostGenerations(world, schedule, outcome, records)),
    ...lostTrainings(outcome, records),
    ...ledgerFaults(records),
    ...gapsInEvents(records),
    ...(await toldTooMuch(world, outcome)),
  ];
}

const unended = ({ generations: all, trainings: learned }: StudioRecords): string[] => [
  ...all
    .filter(({ endedAt }) => endedAt === null)
    .map((row) => `generation ${row.id} never ended: ${row.status}`),
  ...learned
    .filter(({ endedAt }) => endedAt === null)
    .map((row) => `training ${row.id} never ended: ${row.status}`),
];

/** Of each generation the provider has one prediction at most; twins, alike to the letter, are counted together. */
function paidTwice({ person }: ScheduleWorld, { census }: ScheduleOutcome, records: StudioRecords): string[] {
  const wrong: string[] = [];
  const byRequest = Map.groupBy(census.predictions(), ({ input }) =>
    requestOf(input?.["prompt"], input?.["seed"]),
  );
  for (const [request, accepted] of byRequest) {
    const rows = records.generations.filter(({ prompt, seed }) => requestOf(prompt, seed) === request);
    if (accepted.length > rows.length) {
      wrong.push(
        `paid ${accepted.length} times for ${rows.length} generations: ${accepted.map(describe).join(", ")}`,
      );
    }
  }
  const trained = census.trainings().filter(({ input }) => input?.["trigger_word"] === person.triggerWord);
  if (trained.length > records.trainings.length) {
    wrong.push(`paid ${trained.length} times for ${records.trainings.length} trainings`);
  }
  return wrong;
}

/** Everything here has ended, so nothing there may go on and cost. */
const stillRunning = ({ census }: ScheduleOutcome): string[] =>
  [...census.predictions(), ...census.trainings()]
    .filter(({ status }) => status === "starting" || status === "processing")
    .map((run) => `goes on at the provider: ${describe(run)}`);

async function lostGenerations(
  world: ScheduleWorld,
  schedule: Schedule,
  { census, wasAbsent }: ScheduleOutcome,
  records: StudioRecords,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const run of census.predictions()) {
    const row = records.generations.find(({ providerId }) => providerId === run.id);
    if (row === undefined) {
      if (run.status === "succeeded" && !wasAbsent) wrong.push(`belongs to no generation: ${describe(run)}`);
      continue;
    }
    const stored = records.portraits.filter(({ generationId }) => generationId === row.id);
    const hashes = stored.map(({ sha256 }) => sha256);
    const made = run.status === "succeeded" ? madeBy(world, row, run) : [];
    const isWhole = made.length === hashes.length && made.every((hash) => hashes.includes(hash));
    const mayBeNone = wasAbsent || isSpoiled(schedule, row);
    if (!isWhole && !(mayBeNone && hashes.length === 0)) {
      wrong.push(
        `${made.length} pictures were made and ${hashes.length} kept: ${describe(run)}, ${row.status}`,
      );
    }
    if (hashes.length > 0 !== (row.status === "succeeded"))
      wrong.push(`${row.status} with ${hashes.length} portraits`);
    for (const { sha256 } of stored) {
      const key = portraitKey(row.subjectId, sha256, "image/png");
      const condition = await verifyStored(world.around.images, key, sha256);
      if (condition !== "intact") wrong.push(`a stored portrait is ${condition}`);
    }
  }
  return wrong;
}

/** The hashes of a prediction's pictures: its outputs are named by their index. */
const madeBy = ({ pictures }: ScheduleWorld, { prompt, seed }: GenerationRow, { output }: AcceptedRun) =>
  output.map(
    (address) =>
      pictures.paintedFor(prompt, seed).get(Number(/out-(\d+)\.png$/.exec(address)?.[1])) ?? address,
  );

/** Whether a fault of the schedule keeps this generation's pictures from being fetched whole. */
const isSpoiled = ({ faults }: Schedule, { brief }: GenerationRow): boolean =>
  faults.some(
    (fault) =>
      (fault.kind === "output-expired" ||
        fault.kind === "output-truncated" ||
        fault.kind === "output-not-an-image") &&
      fault.promptIncludes !== undefined &&
      brief.includes(fault.promptIncludes),
  );

function lostTrainings({ census, wasAbsent }: ScheduleOutcome, records: StudioRecords): string[] {
  const wrong: string[] = [];
  for (const run of census.trainings()) {
    const row = records.trainings.find(({ providerId }) => providerId === run.id);
    if (row === undefined) {
      if (run.status === "succeeded" && !wasAbsent) wrong.push(`belongs to no training: ${describe(run)}`);
    } else if ((run.status === "succeeded") !== (row.status === "ready") && !wasAbsent) {
      wrong.push(`${describe(run)} became ${row.status}`);
    }
  }
  return wrong;
}

function gapsInEvents({ positions, lastPosition }: StudioRecords): string[] {
  const isGapless = positions.every((position, index) => position === index + 1);
  return isGapless && positions.length === lastPosition
    ? []
    : [`events stand at ${positions.join(", ")}, the last one at ${lastPosition}`];
}

/** No page hears where the provider keeps things, or of its billing. */
async function toldTooMuch({ person }: ScheduleWorld, { survivor }: ScheduleOutcome): Promise<string[]> {
  const told = await survivor().run(async (studio) => [
    await listGenerations(studio, person, { after: null, limit: 50 }),
    await listPortraits(studio, person, { after: null, limit: 50, kept: undefined }),
    await getModel(studio, person),
  ]);
  const text = JSON.stringify(told);
  const found = /https?:|delivery|replicate\.com|billing|insufficient|\b402\b/i.exec(text);
  return found === null
    ? []
    : [`a page hears of ${text.slice(Math.max(0, found.index - 40), found.index + 60)}`];
}

const requestOf = (prompt: unknown, seed: unknown): string => JSON.stringify([prompt, seed]);

const describe = ({ id, status }: AcceptedRun): string => `${id.slice(0, 8)} (${status})`;
