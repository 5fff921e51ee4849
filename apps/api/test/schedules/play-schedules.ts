import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import type { Database } from "../../src/db/database.ts";
import { openFileImageStore } from "../../src/images/file-image-store.ts";
import { sha256Hex } from "../../src/images/sha256-hex.ts";
import { zipTrainingSet } from "../../src/images/zip-training-set.ts";
import { createTestDatabase } from "../create-test-database.ts";
import { changesAfterTheEnd } from "./after-the-end.ts";
import { brokenPromises, readRecords } from "./check-outcome.ts";
import { anySchedule } from "./schedule-arbitrary.ts";
import type { Schedule } from "./schedule.ts";
import { runSchedule } from "./schedule-run.ts";
import { type Ground, openScheduleWorld } from "./schedule-world.ts";
import type { SuiteSettings } from "./suite-settings.ts";
import { openWebhookDoor } from "./webhook-door.ts";

/** What schedules are played on, and whether the provider can reach the studio there. */
export interface SchedulesOptions {
  readonly database: Database["kind"];
  readonly webhooks: boolean;
}

/** Ground for schedules, cleared away when disposed of. */
export async function openGround(options: SchedulesOptions): Promise<Ground & AsyncDisposable> {
  await using disposal = new AsyncDisposableStack();
  const { database } = disposal.use(await createTestDatabase(options.database));
  const folder = await mkdtemp(join(tmpdir(), "selfsame-schedules-"));
  disposal.defer(() => rm(folder, { recursive: true, force: true }));
  const photos = await Promise.all([1, 2, 3, 4, 5].map(photoOf));
  const ground: Ground = {
    database,
    images: await openFileImageStore({ folder, now: () => Date.now() }),
    door: options.webhooks ? disposal.use(await openWebhookDoor()) : null,
    photos,
    zip: await zipOf(photos.slice(0, 1)),
  };
  const owned = disposal.move();
  return { ...ground, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Plays one schedule and fails when it breaks a promise, with the story of how. */
export async function playSchedule(ground: Ground, schedule: Schedule): Promise<void> {
  await using world = await openScheduleWorld(ground, schedule);
  const outcome = await runSchedule(world, schedule);
  world.failStorage(0);
  const records = await readRecords(world);
  const broken = [
    ...(await brokenPromises(world, schedule, outcome, records)),
    ...(await changesAfterTheEnd(world, outcome, records)),
  ];
  if (broken.length > 0) throw new Error(`${broken.join("\n")}\n\n${outcome.story.join("\n")}`);
}

/** How a suite of random schedules went. */
export interface SuiteOutcome {
  readonly played: number;
  readonly seconds: number;
  /** What fast-check says of the first failure, with the seed and the path that repeat it; null when there is none. */
  readonly failure: string | null;
}

/** Plays random schedules, as many as the settings say and as time allows; a failure is made as small as it gets. */
export async function playSuite(ground: Ground, settings: SuiteSettings): Promise<SuiteOutcome> {
  const { count, mostMs, seed, path } = settings;
  const beganAt = performance.now();
  let played = 0;
  const property = fc.asyncProperty(anySchedule, async (schedule) => {
    if (performance.now() - beganAt > mostMs) return;
    await playSchedule(ground, schedule);
    played += 1;
  });
  const details = await fc.check(property, {
    numRuns: count,
    seed,
    includeErrorInReport: true,
    ...(path === undefined ? {} : { path }),
  });
  const seconds = (performance.now() - beganAt) / 1_000;
  return { played, seconds, failure: fc.defaultReportMessage(details) ?? null };
}

const photoOf = (number: number): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: { r: 40 * number, g: 90, b: 120 } } })
    .jpeg()
    .toBuffer();

async function zipOf(photos: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const files = photos.map((bytes, index) => ({
    name: `${index + 1}.jpg`,
    sha256: sha256Hex(bytes),
    read: () => Promise.resolve(Buffer.from(bytes)),
  }));
  const zipped = await zipTrainingSet(files);
  if (!zipped.ok) throw new Error(`No zip was made: ${zipped.error.code}`);
  return new Uint8Array(zipped.value.bytes);
}
