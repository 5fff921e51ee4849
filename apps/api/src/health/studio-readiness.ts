import type { Logger } from "pino";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../db/database.ts";
import { checkStorage } from "../images/check-storage.ts";
import type { ImageStore } from "../images/image-store.ts";
import type { Provider } from "../replicate/provider.ts";
import { createReadiness, type Readiness } from "./readiness.ts";

const databaseHoldsMs = 2_000;
/** A look at storage writes, reads and deletes: three paid requests on some stores. */
const storageHoldsMs = 30_000;
const providerHoldsMs = 30_000;

/** What the studio of one process is asked for: a statement, a probe in storage, a signed-in call to the provider. */
export const studioReadiness = (parts: {
  readonly database: Database;
  readonly images: ImageStore;
  readonly provider: Provider;
  readonly clock: Clock;
  readonly log: Logger;
}): Readiness => {
  const { database, images, provider, clock, log } = parts;
  const checks = {
    database: {
      holdsMs: databaseHoldsMs,
      ask: async () => void (await database.executeSql("select 1")),
    },
    storage: { holdsMs: storageHoldsMs, ask: () => checkStorage(images) },
    provider: {
      holdsMs: providerHoldsMs,
      ask: async () => {
        const answer = await provider.webhookSecret();
        if (answer.outcome === "failed") throw new Error(`${answer.error.code} ${answer.error.logOnly}`);
      },
    },
  };
  return createReadiness(checks, clock, (part, error) => {
    if (error === undefined) log.info({ part }, "a part that this process needs works again");
    else log.error({ part, error }, "a part that this process needs fails");
  });
};
