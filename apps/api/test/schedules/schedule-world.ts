import { setImmediate as nextTurn } from "node:timers/promises";
import { type Simulator, startSimulator } from "@selfsame/replicate-simulator";
import { eq } from "drizzle-orm";
import type { Database } from "../../src/db/database.ts";
import { subjects } from "../../src/db/schema/subjects.ts";
import type { WakeUps } from "../../src/events/wake-ups.ts";
import { type ImageStore, StorageUnavailableError } from "../../src/images/image-store.ts";
import type { Caller } from "../../src/studio/caller.ts";
import { createReplicateProvider } from "../../src/replicate/replicate-provider.ts";
import { providerToken } from "../create-test-studio.ts";
import { reportOf, trainingOrderFor } from "../replicate/simulated-provider.ts";
import { testImageWork } from "../images/test-image-work.ts";
import type { Schedule } from "./schedule.ts";
import { insertModelOwner, type TrainedVersion } from "./schedule-person.ts";
import { seededIdentifiers } from "./seeded-identifiers.ts";
import { type SharedTime, shareTime } from "./shared-time.ts";
import { type TinyPictures, tinyPictures } from "./tiny-pictures.ts";
import type { Surroundings } from "./studio-process.ts";
import { createUnreliableQueue, type UnreliableQueue } from "./unreliable-queue.ts";
import type { WebhookDoor } from "./webhook-door.ts";

/** What many schedules share, because making it takes longer than a schedule. */
export interface Ground {
  readonly database: Database;
  readonly images: ImageStore;
  /** Null where the provider cannot reach the studio and is polled. */
  readonly door: WebhookDoor | null;
  readonly photos: readonly Uint8Array[];
  /** One of the photos, as a trainer takes it. */
  readonly zip: Uint8Array<ArrayBuffer>;
}

/** A provider, a person with a model at it, and the time they live in: fresh for every schedule. */
export interface ScheduleWorld extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly time: SharedTime;
  readonly pictures: TinyPictures;
  readonly person: Caller;
  /** The training of the model that the person came with. */
  readonly firstTrainingId: string;
  readonly queue: UnreliableQueue;
  readonly door: WebhookDoor | null;
  readonly around: Omit<Surroundings, "pause" | "tell">;
  /** Makes storage fail from now on for so long. */
  readonly failStorage: (forMs: number) => void;
}

/** Nobody watches a page while a schedule is played. */
const noReaders: WakeUps = { subscribe: () => () => {}, close: async () => {} };
const account = "simulated";
const startAt = Date.parse("2026-05-04T10:00:00Z");
/** A prediction takes a tenth of a second, a training two and tells of its steps four times. */
const speed = 600;

/** Opens a world in which nothing has gone wrong yet. */
export async function openScheduleWorld(ground: Ground, schedule: Schedule): Promise<ScheduleWorld> {
  const pictures = tinyPictures();
  const simulator = await startSimulator({
    token: providerToken,
    username: account,
    speed,
    clock: { mode: "manual", startAt },
    painter: pictures.painter,
    seed: schedule.random,
    onProblem: (problem) => {
      throw problem;
    },
  });
  const time = shareTime(simulator);
  const identifiers = seededIdentifiers(schedule.random);
  const queue = createUnreliableQueue(() => simulator.clock.now(), schedule.fates);
  let storageFailsUntil = 0;
  const guard = (operation: "put" | "get", key: string): void => {
    if (simulator.clock.now() >= storageFailsUntil) return;
    throw new StorageUnavailableError(operation, key, new Error("the schedule says so"));
  };
  const images: ImageStore = {
    ...ground.images,
    put: async (key, bytes, contentType) => {
      guard("put", key);
      await ground.images.put(key, bytes, contentType);
    },
    get: async (key) => {
      guard("get", key);
      return ground.images.get(key);
    },
  };
  const trains = schedule.actions.some(({ kind }) => kind === "train");
  const { person, trainingId } = await insertModelOwner({
    database: ground.database,
    images: ground.images,
    account,
    now: time.clock.now(),
    trained: await trainOnce(simulator, time, ground.zip),
    photos: trains ? ground.photos : [],
  });
  return {
    simulator,
    time,
    pictures,
    person,
    firstTrainingId: trainingId,
    queue,
    door: ground.door,
    around: {
      database: ground.database,
      wakeUps: noReaders,
      images,
      imageWork: testImageWork,
      jobs: queue.port,
      identifiers,
      time,
      providerUrl: simulator.url,
      webhookBaseUrl: ground.door?.url ?? null,
      modelAccount: account,
      fetch: patientFetch(simulator, time),
    },
    failStorage: (forMs) => {
      storageFailsUntil = simulator.clock.now() + forMs;
    },
    [Symbol.asyncDispose]: async () => {
      await simulator.close();
      // The next schedule's provider gives the same ids out again.
      await ground.database.system.delete(subjects).where(eq(subjects.id, person.subjectId));
    },
  };
}

/** Makes the version that every generation of the schedule runs on. */
async function trainOnce(
  simulator: Simulator,
  time: SharedTime,
  zip: Uint8Array<ArrayBuffer>,
): Promise<TrainedVersion> {
  const provider = createReplicateProvider({
    token: providerToken,
    baseUrl: `${simulator.url}/v1`,
    account,
    clock: time.clock,
    timers: time.timers,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
  });
  const { model } = trainingOrderFor("");
  await provider.ensureModel(model);
  const uploaded = await provider.uploadTrainingSet({ fileName: "set.zip", bytes: zip });
  if (uploaded.outcome === "failed") throw new Error(uploaded.error.logOnly);
  const { providerId } = reportOf(await provider.train(trainingOrderFor(uploaded.value.url)));
  await time.pass(60_000);
  const { version } = reportOf(await provider.lookUpTraining(providerId));
  if (version === null) throw new Error("The provider made no version");
  const schema = await provider.versionSchema({ ...model, version });
  if (schema.outcome === "failed") throw new Error(schema.error.logOnly);
  return { version, schema: schema.value };
}

const sliceMs = 1_000;

/** A real request. A slow answer comes when the shared time has passed: nobody else would let it pass meanwhile. */
function patientFetch({ faults }: Simulator, time: SharedTime): typeof globalThis.fetch {
  const slowRules = () => faults.list().filter(({ fault }) => fault.kind === "slow-answer");
  return async (input, init) => {
    const before = new Map(slowRules().map(({ id, happened }) => [id, happened]));
    const answer = fetch(input, init);
    if (before.size === 0) return answer;
    const came = answer.then(
      () => "came",
      () => "came",
    );
    while ((await Promise.race([came, nextTurn("not yet")])) !== "came") {
      for (const { id, happened, fault } of slowRules()) {
        if (fault.kind !== "slow-answer" || happened === before.get(id)) continue;
        before.set(id, happened);
        // Who gives up does not wait for the rest: the provider accepts the request when nobody listens any more.
        for (let passedMs = 0; passedMs < fault.delayMs && !init?.signal?.aborted; passedMs += sliceMs)
          await time.pass(Math.min(sliceMs, fault.delayMs - passedMs));
      }
    }
    return answer;
  };
}
