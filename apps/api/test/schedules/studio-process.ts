import { Hono } from "hono";
import { signInRecordsOn } from "../../src/account/sign-in-records.store.ts";
import { defaultCreditSettings } from "../../src/credits/credit-settings.ts";
import { defaultTrashDays } from "../../src/gallery/trash-days.ts";
import { studioLedgerOn } from "../../src/credits/studio-ledger.store.ts";
import { actingAs, readingAs } from "../../src/db/acting-as.ts";
import type { Database } from "../../src/db/database.ts";
import { ownerFinderOn } from "../../src/db/owner-finder.store.ts";
import type { WakeUps } from "../../src/events/wake-ups.ts";
import { webhookRoutes } from "../../src/http/webhook-routes.ts";
import type { Identifiers } from "../../src/identifiers/identifiers.ts";
import type { ImageStore } from "../../src/images/image-store.ts";
import type { ImageWork } from "../../src/images/image-work.ts";
import type { JobQueue } from "../../src/jobs/job-queue.ts";
import { anchorsOn } from "../../src/isolation/anchor.store.ts";
import { chainFinderOn } from "../../src/isolation/chain-finder.store.ts";
import { createProofChecks } from "../../src/isolation/proof-checks.ts";
import { createLog } from "../../src/log/create-log.ts";
import { checkWebhook } from "../../src/replicate/check-webhook.ts";
import { downloadOutput } from "../../src/replicate/download-output.ts";
import { spoolRows } from "../../src/backup/spool-rows.store.ts";
import { noMetrics } from "../../src/metrics/metrics.ts";
import { operatorLogOn } from "../../src/operator/operator-log.store.ts";
import { studioWatchOn } from "../../src/operator/studio-watch.store.ts";
import { noRateLimits } from "../../src/rate-limits/rate-limits.ts";
import { toMeasureFinderOn } from "../../src/measuring/to-measure.store.ts";
import { offlineComposer } from "../../src/maya/composer/offline-composer.ts";
import { createReplicateProvider } from "../../src/replicate/replicate-provider.ts";
import { createWebhookSecret } from "../../src/replicate/webhook-secret.ts";
import type { Studio } from "../../src/studio/studio.ts";
import { authSecret, providerToken } from "../create-test-studio.ts";
import { testKeyring } from "../test-keyring.ts";
import type { SharedTime } from "./shared-time.ts";

/** What every process of one studio works on. */
export interface Surroundings {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly images: ImageStore;
  readonly imageWork: ImageWork;
  readonly jobs: JobQueue;
  readonly identifiers: Identifiers;
  readonly time: SharedTime;
  readonly providerUrl: string;
  readonly webhookBaseUrl: string | null;
  readonly modelAccount: string;
  /** A request to the provider or its delivery host. */
  readonly fetch: typeof globalThis.fetch;
  /** Called wherever a process touches something outside itself; never resolves for one that has died. */
  readonly pause: (life: Life, where: Touch) => Promise<void>;
  /** Adds a line to what is told of the schedule when it fails. */
  readonly tell: (line: string) => void;
}

/** Where a process touches the outside: `request` is the moment before a request to the provider leaves. */
export type Touch =
  | "request"
  | "answer"
  | "paid request"
  | "paid answer"
  | "transaction"
  | "committed"
  | "storage";

/** Whether a process lives. */
export interface Life {
  readonly hasEnded: () => boolean;
  readonly ended: Promise<"died">;
  readonly end: () => void;
}

/** One process of the studio: what it keeps in memory dies with it. */
export interface StudioProcess {
  readonly studio: Studio;
  readonly life: Life;
  /** What it answers to webhooks. */
  readonly webhooks: Hono;
  /** Does something in this process; `died` when the process ended before it was done. */
  readonly run: <T>(work: (studio: Studio) => Promise<T>) => Promise<{ readonly done: T } | "died">;
}

function startLife(): Life {
  const { promise, resolve } = Promise.withResolvers<"died">();
  let ended = false;
  return {
    hasEnded: () => ended,
    ended: promise,
    end: () => {
      ended = true;
      resolve("died");
    },
  };
}

const silent = createLog("silent");

/** Starts a process: the real verbs on the real adapter, put together as `openStudio` does. */
export function startProcess(around: Surroundings): StudioProcess {
  const { database, time, identifiers } = around;
  const life = startLife();
  const pause = (where: Touch) => around.pause(life, where);
  const acting = actingAs(database);
  const random = (): number => identifiers.randomWhole(0, 2 ** 32 - 1) / 2 ** 32;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const isPaid = init?.method === "POST" && /\/(?:predictions|trainings)$/.test(address);
    await pause(isPaid ? "paid request" : "request");
    try {
      return await around.fetch(input, init);
    } finally {
      await pause(isPaid ? "paid answer" : "answer");
    }
  };
  const provider = createReplicateProvider({
    token: providerToken,
    baseUrl: `${around.providerUrl}/v1`,
    account: around.modelAccount,
    clock: time.clock,
    timers: time.timers,
    random,
    log: silent,
    fetch,
  });
  const secret = createWebhookSecret(() => provider.webhookSecret(), time.clock);
  const studio: Studio = {
    actingAs: async (subjectId, work) => {
      await pause("transaction");
      const result = await acting(subjectId, work);
      await pause("committed");
      return result;
    },
    readingAs: readingAs(database),
    owners: ownerFinderOn(database),
    rateLimits: noRateLimits,
    metrics: noMetrics,
    spoolRows: (folder) => spoolRows(database, folder),
    mail: { send: () => Promise.resolve() },
    watch: studioWatchOn(database),
    operatorLog: operatorLogOn(database),
    signIn: signInRecordsOn(database, acting, [authSecret]),
    ledger: studioLedgerOn(database),
    chains: chainFinderOn(database),
    anchors: anchorsOn(database),
    proofChecks: createProofChecks(time.clock),
    keyring: testKeyring,
    wakeUps: around.wakeUps,
    jobs: around.jobs,
    images: {
      ...around.images,
      put: async (...args) => {
        await pause("storage");
        await around.images.put(...args);
        await pause("storage");
      },
    },
    imageWork: around.imageWork,
    faces: null,
    toMeasure: toMeasureFinderOn(database),
    provider,
    stylist: offlineComposer,
    download: (address) =>
      downloadOutput(address, {
        localOrigin: around.providerUrl,
        timers: time.timers,
        random,
        log: silent,
        fetch,
      }),
    verifyWebhook: (headers, body) => checkWebhook(headers, body, secret, time.clock),
    clock: time.clock,
    identifiers,
    log: silent,
    settings: {
      identityProviders: [],
      simulated: true,
      webhookBaseUrl: around.webhookBaseUrl,
      pageUrl: "http://studio.test",
      modelAccount: around.modelAccount,
      minimumPasswordCharacters: 10,
      trashDays: defaultTrashDays,
      credits: defaultCreditSettings,
    },
  };
  return {
    studio,
    life,
    webhooks: new Hono().route("/webhooks", webhookRoutes(studio)).onError((error, context) => {
      around.tell(`a webhook could not be recorded: ${String(error)}`);
      return context.body(null, 500);
    }),
    run: (work) => Promise.race([work(studio).then((done) => ({ done })), life.ended]),
  };
}
