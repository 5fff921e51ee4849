import { systemClock } from "../../src/clock/clock.ts";
import { secureIdentifiers } from "../../src/identifiers/identifiers.ts";
import { openFileOutbox } from "../../src/mail/file-outbox.ts";
import { openDatabase } from "../../src/db/open-database.ts";
import { readSettings } from "../../src/env.ts";
import { openFileImageStore } from "../../src/images/file-image-store.ts";
import { chooseKeys } from "../../src/keys/choose-keys.ts";
import { createKeyring } from "../../src/keys/keyring.ts";
import { createLog } from "../../src/log/create-log.ts";
import { startServer } from "../../src/start-server.ts";
import { join } from "node:path";

/**
 * A process of the studio as `main.ts` starts it, whose clock is ahead by the milliseconds on its command line: what
 * the studio leaves alone for two or seven minutes after a crash is looked at now.
 */
const [aheadMs] = process.argv.slice(2).map(Number);
if (aheadMs === undefined || !Number.isFinite(aheadMs)) throw new Error("Say by how much the clock is ahead");
const settings = readSettings();
if (settings.DATABASE_URL === undefined) throw new Error("This process runs on PostgreSQL alone");
const log = createLog(settings.LOG_LEVEL);
const database = await openDatabase(
  {
    kind: "postgres",
    url: settings.DATABASE_URL,
    maximumConnections: settings.DATABASE_CONNECTIONS,
  },
  log,
);
const server = await startServer({
  database,
  images: await openFileImageStore({ folder: join(settings.DATA_DIR, "images"), now: () => Date.now() }),
  provider: {
    token: settings.REPLICATE_API_TOKEN,
    baseUrl: settings.REPLICATE_BASE_URL,
    simulated: settings.REPLICATE_SIMULATED,
    account: settings.REPLICATE_ACCOUNT,
  },
  host: settings.HOST,
  port: settings.PORT,
  publicUrl: settings.PUBLIC_URL,
  pageFolder: null,
  secret: settings.AUTH_SECRET ?? "",
  mail: {
    port: openFileOutbox(join(settings.DATA_DIR, "outbox"), {
      clock: systemClock,
      identifiers: secureIdentifiers,
    }),
    verification: "advised",
    shownOutbox: null,
  },
  rateBudgets: null,
  keyring: createKeyring(
    await chooseKeys({
      keys: settings.STUDIO_KEYS,
      secrets: [settings.AUTH_SECRET ?? ""],
      folder: settings.DATA_DIR,
    }),
  ),
  reconcileEveryMs: 1_000,
  log,
  clock: { now: () => new Date(Date.now() + aheadMs) },
});
process.stdout.write(`listening on ${server.url}\n`);
process.once("SIGTERM", () => {
  void server
    .close()
    .then(() => database.close())
    .then(() => process.exit(0));
});
