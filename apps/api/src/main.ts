import { join, resolve } from "node:path";
import { keepSecret } from "./auth/keep-secret.ts";
import { systemClock } from "./clock/clock.ts";
import { DatabaseInUseError } from "./db/folder-lock.ts";
import { openDatabase } from "./db/open-database.ts";
import { readSettings, type Settings, SettingsError } from "./env.ts";
import { StorageUnavailableError } from "./images/image-store.ts";
import { type ImageLocation, openImageStore } from "./images/open-image-store.ts";
import { usualS3Patience } from "./images/s3-settings.ts";
import { chooseKeys } from "./keys/choose-keys.ts";
import { createKeyring } from "./keys/keyring.ts";
import { secureIdentifiers } from "./identifiers/identifiers.ts";
import { createLog } from "./log/create-log.ts";
import { openFileOutbox } from "./mail/file-outbox.ts";
import { smtpMail } from "./mail/smtp-mail.ts";
import type { LimitedAct, RateBudget } from "./rate-limits/rate-limits.ts";
import { type MailParts, type RunningServer, startServer } from "./start-server.ts";

const reconcileEveryMs = 1_000;

const rateBudgetsOf = (settings: Settings): Readonly<Record<LimitedAct, RateBudget>> => ({
  enter: settings.LIMIT_ENTER,
  upload: settings.LIMIT_UPLOAD,
  generate: settings.LIMIT_GENERATE,
  talk: settings.LIMIT_TALK,
});

/** Where these settings keep pictures. */
const imageLocation = (settings: Settings): ImageLocation => {
  const {
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = settings;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    const folder = join(resolve(settings.DATA_DIR), "images");
    return { kind: "files", folder, shared: settings.ROLE !== "all" };
  }
  return {
    kind: "s3",
    settings: {
      bucket,
      accessKeyId,
      secretAccessKey,
      region: settings.S3_REGION,
      endpoint: settings.S3_ENDPOINT,
      forcePathStyle: settings.S3_FORCE_PATH_STYLE,
      prefix: settings.S3_PREFIX,
      patience: usualS3Patience,
    },
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

const start = async (settings: Settings): Promise<{ server: RunningServer; stop: () => Promise<void> }> => {
  const log = createLog(settings.LOG_LEVEL);
  const dataFolder = resolve(settings.DATA_DIR);
  const database = await openDatabase(
    settings.DATABASE_URL === undefined
      ? { kind: "pglite", folder: join(dataFolder, "database") }
      : { kind: "postgres", url: settings.DATABASE_URL, maximumConnections: settings.DATABASE_CONNECTIONS },
    log,
  );
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
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL,
      proxiesInFront: settings.PROXIES_IN_FRONT,
      pageFolder: settings.WEB_DIR === undefined ? null : resolve(settings.WEB_DIR),
      secret: settings.AUTH_SECRET ?? (await keepSecret(dataFolder)),
      ...(settings.PAYMENT_WEBHOOK_SECRET === undefined
        ? {}
        : { paymentWebhookSecret: settings.PAYMENT_WEBHOOK_SECRET }),
      keyring: createKeyring(
        await chooseKeys({
          keys: settings.STUDIO_KEYS,
          secrets: settings.AUTH_SECRET === undefined ? [] : [settings.AUTH_SECRET],
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
      rateBudgets: settings.AUTH_RATE_LIMITED ? rateBudgetsOf(settings) : null,
      reconcileEveryMs,
      drainMs: settings.DRAIN_SECONDS * 1_000,
      log,
    });
    const stop = async (): Promise<void> => {
      await server.close();
      await database.close();
    };
    return { server, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** What went wrong in one line, for those mistakes that a person can mend. */
const oneLine = (error: unknown): string | undefined => {
  if (error instanceof SettingsError || error instanceof DatabaseInUseError) return error.message;
  if (error instanceof StorageUnavailableError)
    return `Pictures cannot be kept: ${error.message}. Nothing was started; check DATA_DIR or the S3 settings`;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "EADDRINUSE":
      return "The port is taken by another program. Choose another one: PORT=4601 npm start";
    case "EACCES":
    case "EROFS":
      return `The data folder cannot be written (${error.message}). Choose another one with DATA_DIR`;
    default:
      return undefined;
  }
};

/** What a process still waits for after its work is drained: connections of work that was handed back. */
const lastWordMs = 1_000;

/** The first signal drains and ends the process; a second one ends it at once. */
const stopOnSignals = (stop: () => Promise<void>, drainMs: number): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    // Handed-back work may hold a connection of the database for longer than anybody should wait.
    setTimeout(() => process.exit(0), drainMs + lastWordMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The server did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
};

try {
  const settings = readSettings();
  const { server, stop } = await start(settings);
  if (server.localUrl !== server.url) process.stdout.write(`on this machine at ${server.localUrl}\n`);
  process.stdout.write(`listening on ${server.url}\n`);
  stopOnSignals(stop, settings.DRAIN_SECONDS * 1_000);
} catch (error) {
  const line = oneLine(error);
  if (line === undefined) throw error;
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
