import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, type SimulatorOptions, startSimulator } from "@selfsame/replicate-simulator";
import type { IdentityProviders } from "../src/auth/identity-providers.ts";
import type { Secrets } from "../src/auth/secrets.ts";
import { type Clock, systemClock } from "../src/clock/clock.ts";
import { type CreditSettings, defaultCreditSettings } from "../src/credits/credit-settings.ts";
import type { Database } from "../src/db/database.ts";
import { type Identifiers, secureIdentifiers } from "../src/identifiers/identifiers.ts";
import { openFileImageStore } from "../src/images/file-image-store.ts";
import type { ImageStore } from "../src/images/image-store.ts";
import type { Keyring } from "../src/keys/keyring.ts";
import type { EndpointSettings } from "../src/maya/endpoint/stream-model.ts";
import { type FileOutbox, openFileOutbox } from "../src/mail/file-outbox.ts";
import type { Faces } from "../src/measuring/faces.ts";
import type { MailPort } from "../src/mail/mail.ts";
import { createLog } from "../src/log/create-log.ts";
import { defaultRateBudgets, type LimitedAct, type RateBudget } from "../src/rate-limits/rate-limits.ts";
import { startServer } from "../src/start-server.ts";
import type { Studio } from "../src/studio/studio.ts";
import { plentyOfCredits } from "./insert-person.ts";
import { testKeyring } from "./test-keyring.ts";

/** What a test may decide about its studio; the rest is as `npm start` has it. */
export interface TestStudioOptions {
  readonly database: Database;
  readonly clock?: Clock;
  readonly identifiers?: Identifiers;
  /** Over the simulator's settings: instant, without limits, with placeholders for portraits. */
  readonly simulator?: SimulatorOptions;
  /** A simulator that runs already and is not this studio's to stop. */
  readonly runningSimulator?: Simulator;
  /** Pictures are kept here instead of in a folder of their own, and stay. */
  readonly imageFolder?: string;
  /** Puts something between the studio and its pictures. */
  readonly wrapImages?: (images: ImageStore) => ImageStore;
  readonly publicUrl?: string;
  readonly proxiesInFront?: number;
  readonly pageFolder?: string;
  /** Whether messages about payments are taken; they are when left out. */
  readonly takesPayments?: boolean;
  /** Over the default ones, with plenty to begin with. */
  readonly credits?: Partial<CreditSettings>;
  /** Instead of files beside the pictures. */
  readonly mail?: MailPort;
  readonly verification?: "required" | "advised";
  readonly showsOutbox?: boolean;
  /** `[authSecret]` when left out. */
  readonly secrets?: Secrets;
  /** Nobody when left out. */
  readonly identityProviders?: IdentityProviders;
  /** Nobody is counted when left out. */
  readonly rateBudgets?: Partial<Record<LimitedAct, RateBudget>>;
  /** The face networks, which stay the test's own to close; nothing is measured when left out. */
  readonly faces?: Faces;
  /** A language model behind Maya; the offline composer when left out. */
  readonly maya?: EndpointSettings;
  /** One key that every test studio has, when left out. */
  readonly keyring?: Keyring;
  /** What a reader of /metrics carries; there is none when left out. */
  readonly metricsToken?: string;
  /** An hour when left out: what a test waits for comes by webhook, or it asks for the look itself. */
  readonly reconcileEveryMs?: number;
}

/** A whole server on a free port with a simulator beside it. */
export interface TestStudio extends AsyncDisposable {
  /** Its own address on this machine, whatever `publicUrl` says. */
  readonly url: string;
  /** What is behind the server, for a look at what a request has done. */
  readonly studio: Studio;
  readonly database: Database;
  readonly simulator: Simulator;
  readonly imageFolder: string;
  /** The mail that was written, unless another way out was given. */
  readonly outbox: FileOutbox;
  /** Everything logged so far, one JSON object a line. */
  readonly logged: () => string;
}

/** The token that the simulator knows the studio by. */
export const providerToken = "r8_a_token_that_must_never_be_logged";

/** The secret that signs the studio's sessions. */
export const authSecret = "a-secret-of-the-tests-that-nobody-should-see-0123456789";

/** The secret that signs messages about payments. */
export const paymentWebhookSecret = `whsec_${Buffer.from("a payment secret that is 32 bytes").toString("base64")}`;

const hourMs = 3_600_000;

/** Starts a server as `npm start` does, with a log that is kept instead of printed. */
export async function createTestStudio(options: TestStudioOptions): Promise<TestStudio> {
  await using disposal = new AsyncDisposableStack();
  const simulator = options.runningSimulator ?? (await startOwnSimulator(options.simulator));
  if (options.runningSimulator === undefined) disposal.defer(() => simulator.close());
  const imageFolder = options.imageFolder ?? (await mkdtemp(join(tmpdir(), "selfsame-images-")));
  if (options.imageFolder === undefined)
    disposal.defer(() => rm(imageFolder, { recursive: true, force: true }));
  const images = await openFileImageStore({ folder: imageFolder, now: () => Date.now() });
  const mailParts = { clock: options.clock ?? systemClock, identifiers: secureIdentifiers };
  const outboxFolder = await mkdtemp(join(tmpdir(), "selfsame-outbox-"));
  // Nobody waits for the post: a last mail may be on its way into the folder.
  disposal.defer(() => rm(outboxFolder, { recursive: true, force: true, maxRetries: 5 }));
  const outbox = openFileOutbox(outboxFolder, mailParts);
  const lines: string[] = [];
  const server = await startServer({
    database: options.database,
    images: options.wrapImages?.(images) ?? images,
    provider: {
      token: providerToken,
      baseUrl: `${simulator.url}/v1`,
      simulated: true,
      account: undefined,
    },
    host: "127.0.0.1",
    port: 0,
    publicUrl: options.publicUrl,
    pageFolder: options.pageFolder ?? null,
    secrets: options.secrets ?? [authSecret],
    ...(options.identityProviders === undefined ? {} : { identityProviders: options.identityProviders }),
    keyring: options.keyring ?? testKeyring,
    faces: options.faces ?? null,
    credits: { ...defaultCreditSettings, signUp: plentyOfCredits, ...options.credits },
    ...(options.takesPayments === false ? {} : { paymentWebhookSecret }),
    mail: {
      port: options.mail ?? outbox,
      verification: options.verification ?? "advised",
      shownOutbox: options.showsOutbox === true ? outbox : null,
    },
    rateBudgets: options.rateBudgets === undefined ? null : { ...defaultRateBudgets, ...options.rateBudgets },
    reconcileEveryMs: options.reconcileEveryMs ?? hourMs,
    ...(options.metricsToken === undefined
      ? {}
      : { metrics: { token: options.metricsToken, ownPort: null } }),
    log: createLog("trace", { write: (line) => lines.push(line) }),
    ...(options.maya === undefined ? {} : { maya: options.maya }),
    ...(options.proxiesInFront === undefined ? {} : { proxiesInFront: options.proxiesInFront }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.identifiers === undefined ? {} : { identifiers: options.identifiers }),
  });
  disposal.defer(server.close);
  const owned = disposal.move();
  return {
    url: server.localUrl,
    studio: server.studio,
    database: options.database,
    simulator,
    imageFolder,
    outbox,
    logged: () => lines.join(""),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function startOwnSimulator(over: SimulatorOptions = {}): Promise<Simulator> {
  return startSimulator({
    token: providerToken,
    username: "simulated",
    speed: "instant",
    pictures: "placeholders",
    limits: "off",
    onProblem: (problem) => {
      throw problem;
    },
    ...over,
  });
}
