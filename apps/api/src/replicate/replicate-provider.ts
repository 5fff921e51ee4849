import Replicate from "replicate";
import type { Clock } from "../clock/clock.ts";
import { accountSchema } from "./account-schema.ts";
import { type ApiCall, answerOf, createApiCall } from "./api-call.ts";
import { deleteAtProvider } from "./delete-at-provider.ts";
import { ensureModel } from "./ensure-model.ts";
import { findRun } from "./find-run.ts";
import { lookUpOf } from "./look-up-of.ts";
import { matchGeneration, matchTraining } from "./match-run.ts";
import { modelVersionSchema } from "./model-schema.ts";
import { predictionSchema } from "./prediction-schema.ts";
import type { LookUp, Provider, VersionAddress } from "./provider.ts";
import type { ProviderLog } from "./provider-log.ts";
import { generationReportOf } from "./read-generation-report.ts";
import { trainingReportOf } from "./read-training-report.ts";
import { type ExchangeLimits, createResilientFetch, exchangeLimits } from "./resilient-fetch.ts";
import { submissionOf } from "./submission-of.ts";
import { type Timers, systemTimers } from "./timers.ts";
import { trainingSchema } from "./training-schema.ts";
import { uploadTrainingSet } from "./upload-training-set.ts";
import { webhookSecretSchema } from "./webhook-secret-schema.ts";

export interface ReplicateProviderOptions {
  readonly token: string;
  /** `https://api.replicate.com/v1`, or a local server's; plain http is taken on this machine alone. */
  readonly baseUrl: string;
  /** The account that new models belong to; without it, the token's own account is asked for. */
  readonly account?: string;
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads retries. */
  readonly random: () => number;
  readonly log: ProviderLog;
  readonly fetch?: typeof globalThis.fetch;
  readonly timers?: Timers;
  readonly limits?: Partial<ExchangeLimits>;
}

// Ends are always sent; steps at most twice a second. `output` would come with the end and say nothing more.
const webhookEvents: ("start" | "logs" | "completed")[] = ["start", "logs", "completed"];

/**
 * The provider on Replicate's HTTP API, or on anything that speaks it.
 *
 * @throws {TypeError} for an empty token or an address that would carry it in the clear.
 */
export function createReplicateProvider(options: ReplicateProviderOptions): Provider {
  const { token, account, clock, random, log } = options;
  const baseUrl = readBaseUrl(options.baseUrl);
  // The package would take an empty token for none and read the environment instead.
  if (token === "") throw new TypeError("The provider needs a token.");
  const callUntil = (notAfter?: Date): ApiCall => {
    const client = new Replicate({
      auth: token,
      baseUrl: baseUrl.href,
      userAgent: "selfsame",
      useFileOutput: false,
      fileEncodingStrategy: "upload",
      fetch: createResilientFetch({
        baseUrl,
        fetch: options.fetch ?? globalThis.fetch,
        clock,
        timers: options.timers ?? systemTimers,
        random,
        log,
        limits: { ...exchangeLimits, ...options.limits },
        ...(notAfter === undefined ? {} : { notAfter }),
      }),
    });
    return createApiCall(client, clock, log);
  };
  const call = callUntil();

  return {
    async accountName() {
      if (account !== undefined) return { outcome: "ok", value: account };
      const found = answerOf(
        await call("look up account", async (api) => await api.accounts.current(), accountSchema),
      );
      return found.outcome === "ok" ? { outcome: "ok", value: found.value.username } : found;
    },

    ensureModel: async (model) => await ensureModel(call, model),
    uploadTrainingSet: async (upload) => await uploadTrainingSet(call, upload),

    async train({ intentId, notAfter, model, trainer, input, webhookUrl }) {
      const path = pathOf(trainer);
      const webhook = webhookTo(webhookUrl);
      const result = await callUntil(notAfter)(
        `train ${intentId}`,
        async (api) =>
          await api.trainings.create(...path, {
            destination: `${model.account}/${model.name}`,
            input,
            ...webhook,
          }),
        trainingSchema,
      );
      return submissionOf(result, trainingReportOf);
    },

    async generate({ intentId, notAfter, version, input, webhookUrl }) {
      const webhook = webhookTo(webhookUrl);
      const result = await callUntil(notAfter)(
        `generate ${intentId}`,
        async (api) => await api.predictions.create({ version, input, ...webhook }),
        predictionSchema,
      );
      return submissionOf(result, generationReportOf);
    },

    lookUpTraining: async (id) => await lookUpTraining(call, id),
    lookUpGeneration: async (id) => await lookUpGeneration(call, id),

    findTraining: async (trace) =>
      await findRun(call, {
        list: "trainings",
        schema: trainingSchema,
        notBefore: trace.notBefore,
        match: (training) => matchTraining(training, trace),
        reportOf: trainingReportOf,
      }),

    findGeneration: async (trace) =>
      await findRun(call, {
        list: "predictions",
        schema: predictionSchema,
        notBefore: trace.notBefore,
        match: (prediction) => matchGeneration(prediction, trace),
        reportOf: generationReportOf,
      }),

    async cancelTraining(id) {
      const result = await call(
        `cancel training ${id}`,
        async (api) => await api.trainings.cancel(encodeURIComponent(id)),
        trainingSchema,
      );
      return await orAsItIs(lookUpOf(result, trainingReportOf), async () => await lookUpTraining(call, id));
    },

    async cancelGeneration(id) {
      const result = await call(
        `cancel generation ${id}`,
        async (api) => await api.predictions.cancel(encodeURIComponent(id)),
        predictionSchema,
      );
      return await orAsItIs(
        lookUpOf(result, generationReportOf),
        async () => await lookUpGeneration(call, id),
      );
    },

    async versionSchema({ account: owner, name, version }) {
      const path = pathOf({ account: owner, name, version });
      const found = answerOf(
        await call(
          `look up version ${owner}/${name}:${version}`,
          async (api) => await api.models.versions.get(...path),
          modelVersionSchema,
        ),
      );
      return found.outcome === "ok" ? { outcome: "ok", value: found.value.openapi_schema } : found;
    },

    deleteVersion: async (address) =>
      await deleteAtProvider(call, ["models", address.account, address.name, "versions", address.version]),
    deleteModel: async (address) => await deleteAtProvider(call, ["models", address.account, address.name]),
    deleteFile: async (fileId) => await deleteAtProvider(call, ["files", fileId]),

    async webhookSecret() {
      const found = answerOf(
        await call(
          "look up webhook secret",
          async (api) => await api.webhooks.default.secret.get(),
          webhookSecretSchema,
        ),
      );
      return found.outcome === "ok" ? { outcome: "ok", value: found.value.key } : found;
    },
  };
}

function webhookTo(url: string | null) {
  if (url === null) return {};
  // Checked before sending: the package's own check would look like a request that may have been accepted.
  if (!URL.canParse(url)) throw new TypeError(`Not an address for webhooks: ${url}`);
  return { webhook: url, webhook_events_filter: webhookEvents };
}

const pathOf = ({ account, name, version }: VersionAddress) =>
  [encodeURIComponent(account), encodeURIComponent(name), encodeURIComponent(version)] as const;

const lookUpTraining = async (call: ApiCall, id: string) =>
  lookUpOf(
    await call(
      `look up training ${id}`,
      async (api) => await api.trainings.get(encodeURIComponent(id)),
      trainingSchema,
    ),
    trainingReportOf,
  );

const lookUpGeneration = async (call: ApiCall, id: string) =>
  lookUpOf(
    await call(
      `look up generation ${id}`,
      async (api) => await api.predictions.get(encodeURIComponent(id)),
      predictionSchema,
    ),
    generationReportOf,
  );

/** A refused cancellation usually means that the run has ended: then what it has become is the answer. */
async function orAsItIs<TReport>(
  canceled: LookUp<TReport>,
  lookUp: () => Promise<LookUp<TReport>>,
): Promise<LookUp<TReport>> {
  return canceled.outcome === "unavailable" && canceled.error.code === "provider_refused"
    ? await lookUp()
    : canceled;
}

function readBaseUrl(text: string): URL {
  const url = new URL(text.endsWith("/") ? text : `${text}/`);
  const isThisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && isThisMachine)) return url;
  throw new TypeError(`The provider's address must be https, or http on this machine: ${url.origin}`);
}
