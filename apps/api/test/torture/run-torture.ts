import { setTimeout as pause } from "node:timers/promises";
import type { SignedUp } from "../sign-up.ts";
import { askForGenerations } from "./ask-for-generations.ts";
import { awaitCalm } from "./await-calm.ts";
import { carryOutStrikes } from "./carry-out-strikes.ts";
import { checkCredits } from "./check-credits.ts";
import { checkEvents, type OpenPage } from "./check-events.ts";
import { checkFiles } from "./check-files.ts";
import { checkGenerations } from "./check-generations.ts";
import { checkIsolation } from "./check-isolation.ts";
import { checkTrainings } from "./check-trainings.ts";
import { followFeed } from "./follow-feed.ts";
import { figuresOf } from "./torture-figures.ts";
import { openTortureGround, type TortureGround } from "./open-torture-ground.ts";
import { planTorture } from "./plan-torture.ts";
import { readAftermath } from "./read-aftermath.ts";
import { signUpForTorture, untilTrained } from "./torture-person.ts";
import type { TortureSettings } from "./torture-settings.ts";
import { until } from "./until.ts";
import { untilAnswered } from "./until-answered.ts";

/** How a torture run ended. */
export interface TortureOutcome {
  /** Every promise that was broken, in words; none is what is wanted. */
  readonly broken: readonly string[];
  /** What happened, in figures. */
  readonly figures: readonly string[];
  /** Where the processes' logs are; null when nothing was broken. */
  readonly logFolder: string | null;
}

const patienceMs = 90_000;
const trainingMs = 40 * 60_000;

/** Runs a studio through a storm of kills, crashes and faults, lets it come to rest, and looks at what is left. */
export async function runTorture(settings: TortureSettings): Promise<TortureOutcome> {
  const beganAt = performance.now();
  await using ground = await openTortureGround(settings.seed);
  const { people, learners } = await bringPeople(ground, settings);
  await untilAllAnswer(ground);
  const pages = people.map((person): OpenPage => ({
    userId: person.userId,
    feed: followFeed(ground.url, person),
  }));

  const { generations, strikes } = planTorture(settings, {
    processes: ground.slots.length,
    workers: ground.workers,
  });
  const stormAt = performance.now();
  const untilMoment = (atMs: number): Promise<void> =>
    pause(Math.max(0, atMs - (performance.now() - stormAt)));
  const learning = learners.map(async (person, index) => {
    await untilMoment((settings.stormMs * index) / (learners.length + 1));
    return untilAnswered("to train", patienceMs, (signal) =>
      person.api.models.train.mutate(undefined, { signal }),
    );
  });
  const striking = carryOutStrikes(ground, strikes, untilMoment);
  const [asked, done] = await Promise.all([
    askForGenerations(people, generations, untilMoment),
    striking,
    Promise.all(learning),
  ]);
  const stormSeconds = (performance.now() - stormAt) / 1_000;

  const calm = await awaitCalm(ground, settings.calmMs);
  await untilHeard(ground, pages);
  await Promise.all(pages.map(({ feed }) => feed.stop()));
  const after = await readAftermath(ground.postgres.url, ground.simulator.url);
  const files = await checkFiles(ground.imageFolder, after);
  const credits = await checkCredits(ground.postgres.url, after);
  const isolation = await checkIsolation(ground.url, after);
  const broken = [
    ...checkGenerations(after, asked),
    ...checkTrainings(after),
    ...checkEvents(after, pages),
    ...files.broken,
    ...credits.broken,
    ...isolation.broken,
    ...ground.slots.flatMap((slot) => slot.ownEnds),
  ];
  if (broken.length > 0) ground.keepLogs();
  return {
    broken,
    figures: figuresOf({
      settings,
      after,
      asked: asked.length,
      strikes: `${done.kills} kills, ${done.databaseCrashes} crashes of PostgreSQL, ${done.faults} faults of the provider, ${done.fullDisks} full disks`,
      feeds: pages.map(({ feed }) => feed),
      lives: ground.slots.reduce((sum, slot) => sum + slot.lives(), 0),
      files,
      credits,
      isolation,
      seconds: { storm: stormSeconds, calm: calm.seconds, whole: (performance.now() - beganAt) / 1_000 },
      aheadMs: calm.aheadMs,
    }),
    logFolder: broken.length > 0 ? ground.logFolder : null,
  };
}

/** People with models of their own, and people who have only photos; the provider's work on the models takes no time. */
async function bringPeople(
  ground: TortureGround,
  { people, learners }: Pick<TortureSettings, "people" | "learners">,
): Promise<{ people: SignedUp[]; learners: SignedUp[] }> {
  const { url, simulator } = ground;
  const slot = ground.laterSlot(0);
  slot.start({ diskIsFull: false });
  await until("the first process to answer", patienceMs, async () => (slot.isListening() ? true : undefined));
  const all = await Promise.all(Array.from({ length: people + learners }, () => signUpForTorture(url)));
  const ready = all.slice(0, people);
  for (const person of ready) await person.api.models.train.mutate();
  await until("the provider to have every training", patienceMs, async () => {
    const models = await Promise.all(ready.map((person) => person.api.models.get.query()));
    return models.every((model) => isAtProvider(model?.trainings[0]?.status)) ? true : undefined;
  });
  await simulator.clock.advance(trainingMs);
  for (const person of ready) {
    const status = await untilTrained(person);
    if (status !== "ready") throw new Error(`A training before the storm ended as ${status}`);
  }
  // Ended in order, it leaves its compiled code to all the others.
  if (!(await slot.stop())) throw new Error("The first process did not stop in order");
  return { people: ready, learners: all.slice(people) };
}

async function untilAllAnswer({ slots }: TortureGround): Promise<void> {
  for (const slot of slots) slot.start({ diskIsFull: false });
  await until("the processes to answer", patienceMs, async () =>
    slots.every((slot) => slot.isListening()) ? true : undefined,
  );
}

const isAtProvider = (status: string | undefined): boolean =>
  status !== undefined && status !== "draft" && status !== "uploading";

/** Waits until every page has heard of its person's last event. */
async function untilHeard({ postgres, simulator }: TortureGround, pages: readonly OpenPage[]): Promise<void> {
  const { subjects } = await readAftermath(postgres.url, simulator.url);
  const lastOf = (userId: string): number =>
    subjects.find((row) => row.user_id === userId)?.last_event_position ?? 0;
  // A page that never hears it is found by the check that follows.
  await until("every page to hear the last event", patienceMs, async () =>
    pages.every(({ userId, feed }) => (feed.positions.at(-1) ?? 0) >= lastOf(userId)) ? true : undefined,
  ).catch(() => undefined);
}
