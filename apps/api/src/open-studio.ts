import { availableParallelism } from "node:os";
import { signInRecordsOn } from "./account/sign-in-records.store.ts";
import { minimumPasswordCharacters } from "./auth/create-auth.ts";
import { type IdentityProviders, offeredProviders } from "./auth/identity-providers.ts";
import type { Secrets } from "./auth/secrets.ts";
import { spoolRows } from "./backup/spool-rows.store.ts";
import { type Clock, systemClock } from "./clock/clock.ts";
import { catchUpSignUpGrants } from "./credits/catch-up-sign-up-grants.ts";
import { type CreditSettings, defaultCreditSettings } from "./credits/credit-settings.ts";
import { studioLedgerOn } from "./credits/studio-ledger.store.ts";
import { actingAs, readingAs } from "./db/acting-as.ts";
import type { Database } from "./db/database.ts";
import { ownerFinderOn } from "./db/owner-finder.store.ts";
import { openWakeUps } from "./events/wake-ups.ts";
import { defaultTrashDays } from "./gallery/trash-days.ts";
import { type Identifiers, secureIdentifiers } from "./identifiers/identifiers.ts";
import type { ImageStore } from "./images/image-store.ts";
import { createImageWork } from "./images/image-work.ts";
import { anchorsOn } from "./isolation/anchor.store.ts";
import { chainFinderOn } from "./isolation/chain-finder.store.ts";
import { createProofChecks } from "./isolation/proof-checks.ts";
import { openJobQueue } from "./jobs/job-queue.ts";
import type { Keyring } from "./keys/keyring.ts";
import type { Logger } from "pino";
import type { MailPort } from "./mail/mail.ts";
import { type Metrics, noMetrics } from "./metrics/metrics.ts";
import { timedProvider } from "./metrics/timed-provider.ts";
import { operatorLogOn } from "./operator/operator-log.store.ts";
import { studioWatchOn } from "./operator/studio-watch.store.ts";
import type { Faces } from "./measuring/faces.ts";
import { toMeasureFinderOn } from "./measuring/to-measure.store.ts";
import { type LimitedAct, noRateLimits, type RateBudget } from "./rate-limits/rate-limits.ts";
import { rateLimitsOn } from "./rate-limits/rate-limits.store.ts";
import { offlineComposer } from "./maya/composer/offline-composer.ts";
import { createEndpointEngine } from "./maya/endpoint/endpoint-engine.ts";
import type { EndpointSettings } from "./maya/endpoint/stream-model.ts";
import { checkTrainer } from "./replicate/check-trainer.ts";
import { checkWebhook } from "./replicate/check-webhook.ts";
import { downloadOutput } from "./replicate/download-output.ts";
import type { Provider } from "./replicate/provider.ts";
import { createReplicateProvider } from "./replicate/replicate-provider.ts";
import { systemTimers } from "./replicate/timers.ts";
import { defaultTrainerId, trainers } from "./replicate/trainers.ts";
import { createWebhookSecret } from "./replicate/webhook-secret.ts";
import type { Studio } from "./studio/studio.ts";

/** Where trainings and generations run. */
export interface ProviderSettings {
  readonly token: string;
  readonly baseUrl: string;
  readonly simulated: boolean;
  /** The account for new portrait models; undefined asks the provider whose the token is. */
  readonly account: string | undefined;
}

/** What a studio is put together from. */
export interface StudioParts {
  readonly database: Database;
  readonly images: ImageStore;
  readonly provider: ProviderSettings;
  /** The language model behind Maya; the offline composer when left out. */
  readonly maya?: EndpointSettings | undefined;
  /** The face networks, which whoever opened them closes; nothing is measured when left out. */
  readonly faces?: Faces | null;
  readonly webhookBaseUrl: string | null;
  /** The studio's address as people see it. */
  readonly pageUrl: string;
  readonly mailPort: MailPort;
  /** Nothing is counted when left out. */
  readonly metrics?: Metrics | undefined;
  /** Whether this process works on jobs, and so looks after those of others that died. */
  readonly worksOnJobs: boolean;
  readonly secrets: Secrets;
  /** Nobody when left out. */
  readonly identityProviders?: IdentityProviders | undefined;
  /** {@link defaultTrashDays} when left out. */
  readonly trashDays?: number;
  /** {@link defaultCreditSettings} when left out. */
  readonly credits?: CreditSettings;
  /** How often accounts and addresses may do what; null as often as they like. */
  readonly rateBudgets: Readonly<Record<LimitedAct, RateBudget>> | null;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly identifiers?: Identifiers;
}

const maximumWaitingPictures = 64;

/** The pinned trainer is compared with its live schema: a difference is said in one clear line, and starts anyway. */
const sayWhetherTrainerAgrees = async (provider: Provider, log: Logger): Promise<void> => {
  const check = await checkTrainer(provider, trainers[defaultTrainerId]);
  if (check.outcome === "differs")
    log.error({ lines: check.lines }, "the pinned trainer is not what the studio knows");
  if (check.outcome === "unavailable")
    log.warn({ error: check.error }, "the pinned trainer could not be checked");
};

/** An open studio. */
export interface OpenStudio {
  readonly studio: Studio;
  /** Ends what was opened, the database excepted, giving the jobs at hand so long. */
  readonly close: (drainMs: number) => Promise<void>;
}

/** Puts a studio together. */
export const openStudio = async (parts: StudioParts): Promise<OpenStudio> => {
  const { database, images, log, secrets, clock = systemClock, identifiers = secureIdentifiers } = parts;
  const metrics = parts.metrics ?? noMetrics;
  const random = (): number => identifiers.randomWhole(0, 2 ** 32 - 1) / 2 ** 32;
  const provider = createReplicateProvider({
    token: parts.provider.token,
    baseUrl: parts.provider.baseUrl,
    ...(parts.provider.account === undefined ? {} : { account: parts.provider.account }),
    clock,
    random,
    log,
  });
  const account = await provider.accountName();
  if (account.outcome === "failed") {
    throw new Error(
      `The provider does not say whose the token is: ${account.error.code} (${account.error.logOnly})`,
    );
  }
  await sayWhetherTrainerAgrees(provider, log);
  const webhookSecret = createWebhookSecret(() => provider.webhookSecret(), clock);
  const localOrigin = parts.provider.simulated ? new URL(parts.provider.baseUrl).origin : null;
  const acting = actingAs(database);
  const wakeUps = await openWakeUps(database);
  const jobs = await openJobQueue(database, log, { supervise: parts.worksOnJobs });
  const studio: Studio = {
    actingAs: acting,
    readingAs: readingAs(database),
    owners: ownerFinderOn(database),
    signIn: signInRecordsOn(database, acting, secrets),
    ledger: studioLedgerOn(database),
    chains: chainFinderOn(database),
    anchors: anchorsOn(database),
    proofChecks: createProofChecks(clock),
    keyring: parts.keyring,
    wakeUps,
    jobs,
    images,
    imageWork: createImageWork({
      concurrency: availableParallelism(),
      maximumWaiting: maximumWaitingPictures,
    }),
    faces: parts.faces ?? null,
    toMeasure: toMeasureFinderOn(database),
    provider: timedProvider(provider, metrics, clock),
    stylist: parts.maya === undefined ? offlineComposer : createEndpointEngine(parts.maya, clock),
    download: (address) => downloadOutput(address, { localOrigin, timers: systemTimers, random, log }),
    rateLimits:
      parts.rateBudgets === null
        ? noRateLimits
        : rateLimitsOn(database, parts.rateBudgets, { secret: secrets[0], clock }),
    mail: parts.mailPort,
    metrics,
    spoolRows: (folder) => spoolRows(database, folder),
    watch: studioWatchOn(database),
    operatorLog: operatorLogOn(database),
    verifyWebhook: (headers, body) => checkWebhook(headers, body, webhookSecret, clock),
    clock,
    identifiers,
    log,
    settings: {
      simulated: parts.provider.simulated,
      webhookBaseUrl: parts.webhookBaseUrl,
      pageUrl: parts.pageUrl.replace(/\/+$/u, ""),
      modelAccount: account.value,
      minimumPasswordCharacters,
      identityProviders: offeredProviders(parts.identityProviders ?? {}),
      trashDays: parts.trashDays ?? defaultTrashDays,
      credits: parts.credits ?? defaultCreditSettings,
    },
  };
  await catchUpSignUpGrants(studio);
  return {
    studio,
    close: async (drainMs) => {
      await jobs.close(drainMs);
      await wakeUps.close();
    },
  };
};
