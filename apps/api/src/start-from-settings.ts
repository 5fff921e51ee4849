import { join, resolve } from "node:path";
import type { IdentityProviders } from "./auth/identity-providers.ts";
import { keepSecrets } from "./auth/keep-secrets.ts";
import { type Clock, systemClock } from "./clock/clock.ts";
import { openDatabase } from "./db/open-database.ts";
import type { Settings } from "./env.ts";
import { openImageStore } from "./images/open-image-store.ts";
import { chooseKeys } from "./keys/choose-keys.ts";
import { createKeyring } from "./keys/keyring.ts";
import { secureIdentifiers } from "./identifiers/identifiers.ts";
import type { EndpointSettings } from "./maya/endpoint/stream-model.ts";
import { createLog } from "./log/create-log.ts";
import { openFileOutbox } from "./mail/file-outbox.ts";
import { smtpMail } from "./mail/smtp-mail.ts";
import { openFaces } from "./measuring/open-faces.ts";
import type { MetricsSettings } from "./metrics/metrics-settings.ts";
import { databaseLocation, imageLocation } from "./places-from-settings.ts";
import type { LimitedAct, RateBudget } from "./rate-limits/rate-limits.ts";
import { type MailParts, type RunningServer, startServer } from "./start-server.ts";

const reconcileEveryMs = 1_000;

const rateBudgetsOf = (settings: Settings): Readonly<Record<LimitedAct, RateBudget>> => ({
  enter: settings.LIMIT_ENTER,
  upload: settings.LIMIT_UPLOAD,
  generate: settings.LIMIT_GENERATE,
  shoot: settings.LIMIT_SHOOT,
  talk: settings.LIMIT_TALK,
  export: settings.LIMIT_EXPORT,
  token: settings.LIMIT_TOKEN,
  prove: settings.LIMIT_PROVE,
});

/** A model that says nothing for this long has stopped; a large one on a small machine may take most of it. */
const mayaSilenceMs = 30_000;

const mayaEndpoint = (settings: Settings): EndpointSettings | undefined =>
  settings.MAYA_BASE_URL === undefined || settings.MAYA_MODEL === undefined
    ? undefined
    : {
        baseUrl: settings.MAYA_BASE_URL,
        model: settings.MAYA_MODEL,
        apiKey: settings.MAYA_API_KEY ?? null,
        maximumOutputTokens: settings.MAYA_MAXIMUM_OUTPUT_TOKENS,
        totalMs: settings.MAYA_TIMEOUT_SECONDS * 1_000,
        silenceMs: mayaSilenceMs,
      };

/** Who else may say that somebody is who they are. */
const identityProvidersOf = (settings: Settings): IdentityProviders => {
  const registration = (clientId: string | undefined, clientSecret: string | undefined) =>
    clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
  const oidc = registration(settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET);
  const issuer = settings.OIDC_ISSUER;
  return {
    google: registration(settings.GOOGLE_CLIENT_ID, settings.GOOGLE_CLIENT_SECRET),
    github: registration(settings.GITHUB_CLIENT_ID, settings.GITHUB_CLIENT_SECRET),
    oidc:
      oidc === undefined || issuer === undefined
        ? undefined
        : { ...oidc, issuer, name: settings.OIDC_NAME ?? new URL(issuer).host },
  };
};

/** How these settings send mail. */
const mailOf = (settings: Settings): MailParts => {
  const { SMTP_URL: url, SMTP_FROM: from, EMAIL_VERIFICATION: verification } = settings;
  if (url !== undefined && from !== undefined)
    return { port: smtpMail({ url, from }), verification: verification ?? "required", shownOutbox: null };
  const folder = join(resolve(settings.DATA_DIR), "outbox");
  const outbox = openFileOutbox(folder, { clock: systemClock, identifiers: secureIdentifiers });
  const shownOutbox = settings.OUTBOX_PAGE ? outbox : null;
  return { port: outbox, verification: verification ?? "advised", shownOutbox };
};

const metricsOf = ({ METRICS_TOKEN, METRICS_PORT, METRICS_HOST }: Settings): MetricsSettings | undefined =>
  METRICS_TOKEN === undefined && METRICS_PORT === undefined
    ? undefined
    : {
        token: METRICS_TOKEN ?? null,
        ownPort: METRICS_PORT === undefined ? null : { host: METRICS_HOST, port: METRICS_PORT },
      };

/** A server that was put together from settings, and how to end it with everything it opened. */
export interface StartedServer {
  readonly server: RunningServer;
  readonly stop: () => Promise<void>;
}

/**
 * Opens what the settings name (database, pictures, keys) and starts the server on it.
 *
 * @param clock the machine's own time when left out
 * @throws DatabaseInUseError, StorageUnavailableError, or what the system said of the port or the folder
 */
export const startFromSettings = async (settings: Settings, clock?: Clock): Promise<StartedServer> => {
  const log = createLog(settings.LOG_LEVEL);
  const dataFolder = resolve(settings.DATA_DIR);
  const database = await openDatabase(databaseLocation(settings), log);
  const faces = openFaces(settings.FACE_THREADS, log);
  try {
    const server = await startServer({
      role: settings.ROLE,
      database,
      images: await openImageStore(imageLocation(settings), log),
      provider: {
        token: settings.REPLICATE_API_TOKEN,
        baseUrl: settings.REPLICATE_BASE_URL,
        simulated: settings.REPLICATE_SIMULATED,
        account: settings.REPLICATE_ACCOUNT,
      },
      maya: mayaEndpoint(settings),
      faces,
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL,
      proxiesInFront: settings.PROXIES_IN_FRONT,
      pageFolder: settings.WEB_DIR === undefined ? null : resolve(settings.WEB_DIR),
      secrets: settings.AUTH_SECRET ?? (await keepSecrets(dataFolder)),
      identityProviders: identityProvidersOf(settings),
      ...(settings.PAYMENT_WEBHOOK_SECRET === undefined
        ? {}
        : { paymentWebhookSecret: settings.PAYMENT_WEBHOOK_SECRET }),
      keyring: createKeyring(
        await chooseKeys({
          keys: settings.STUDIO_KEYS,
          secrets: settings.AUTH_SECRET ?? [],
          folder: dataFolder,
        }),
      ),
      credits: {
        signUp: settings.SIGN_UP_CREDITS,
        training: settings.TRAINING_CREDITS,
        monthlyPerSubject: settings.MONTHLY_CREDITS_PER_SUBJECT ?? null,
        dailyForStudio: settings.DAILY_CREDITS_OF_STUDIO ?? null,
      },
      mail: mailOf(settings),
      rateBudgets: settings.RATE_LIMITED ? rateBudgetsOf(settings) : null,
      trashDays: settings.TRASH_DAYS,
      reconcileEveryMs,
      metrics: metricsOf(settings),
      drainMs: settings.DRAIN_SECONDS * 1_000,
      log,
      ...(clock === undefined ? {} : { clock }),
    });
    const stop = async (): Promise<void> => {
      await server.close();
      await faces?.close();
      await database.close();
    };
    return { server, stop };
  } catch (error) {
    await faces?.close();
    await database.close();
    throw error;
  }
};
