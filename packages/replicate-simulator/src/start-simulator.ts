import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { ensureAccounts } from "./accounts/ensure-accounts.ts";
import type { Clock } from "./clock/clock.ts";
import { ManualClock } from "./clock/manual-clock.ts";
import { SystemClock } from "./clock/system-clock.ts";
import { drawPlaceholder } from "./drawing/draw-placeholder.ts";
import { drawPortrait } from "./drawing/draw-portrait.ts";
import { paintInTurn } from "./drawing/paint-in-turn.ts";
import { FaultBoard } from "./faults/fault-board.ts";
import { scheduleFileExpiry } from "./files/schedule-file-expiry.ts";
import { createApp } from "./http/create-app.ts";
import { JobRunner } from "./jobs/job-runner.ts";
import { scheduleVersionDeletion } from "./models/delete-version.ts";
import { ensureBuiltInModels } from "./models/built-in-models.ts";
import { PredictionWork } from "./predictions/prediction-work.ts";
import { Identifiers } from "./random/identifiers.ts";
import { SeededRandom } from "./random/seeded-random.ts";
import { parseSettings, type Settings, type SimulatorOptions } from "./settings.ts";
import type { Simulation } from "./simulation.ts";
import { ByteStore } from "./storage/byte-store.ts";
import { flushStores, lastSequence, openStores } from "./storage/open-stores.ts";
import { TrainingWork } from "./trainings/training-work.ts";
import { WebhookSender } from "./webhooks/webhook-sender.ts";

/** The part of the fault board that is for users. */
export type Faults = Pick<FaultBoard, "add" | "remove" | "clear" | "list" | "credit" | "setCredit">;

/** A running simulator. */
export interface Simulator {
  /** Where it listens, such as `http://127.0.0.1:41233`; the API is below `/v1`. */
  readonly url: string;
  /** What the first account's webhooks are signed with: `whsec_` and base64. */
  readonly webhookSecret: string;
  readonly clock: Pick<Clock, "now" | "advance">;
  readonly faults: Faults;
  /** Stops listening, gives up running work (kept in the data folder, if there is one) and frees everything. */
  close(): Promise<void>;
}

/**
 * Starts a local server that speaks the Replicate HTTP API.
 *
 * @throws {TypeError} naming each option that is wrong; an `Error` with code EADDRINUSE when the port is taken.
 * @example
 * const simulator = await startSimulator({ token: "r8_test", speed: "instant" });
 * const replicate = new Replicate({ auth: "r8_test", baseUrl: `${simulator.url}/v1` });
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = parseSettings(options);
  const onProblem = options.onProblem ?? writeProblem;
  const random = SeededRandom.from(settings.seed);
  const stores = await openStores(settings.dataDir);
  let sequence = lastSequence(stores);
  let origin = "";
  const simulation: Simulation = {
    settings,
    clock: openClock(settings, onProblem),
    random: random.fork("work"),
    identifiers: new Identifiers(settings.seed),
    stores,
    bytes: await ByteStore.open(settings.dataDir),
    faults: new FaultBoard(random.fork("faults")),
    painter: paintInTurn(
      options.painter ?? (settings.pictures === "placeholders" ? drawPlaceholder : drawPortrait),
    ),
    nextSequence: () => {
      sequence += 1;
      return sequence;
    },
    origin: () => origin,
    onProblem,
  };
  await ensureAccounts(simulation);
  await ensureBuiltInModels(simulation);
  const webhooks = new WebhookSender(simulation);
  const runner = new JobRunner(simulation, webhooks, {
    prediction: new PredictionWork(simulation),
    training: new TrainingWork(simulation),
  });
  const server = createAdaptorServer({ fetch: createApp(simulation, runner).fetch });
  origin = await listen(server, settings);
  for (const file of stores.files.all()) scheduleFileExpiry(simulation, file);
  for (const version of stores.versions.all()) scheduleVersionDeletion(simulation, runner, version);
  await runner.recover();
  return {
    url: origin,
    webhookSecret: secretOf(simulation),
    clock: simulation.clock,
    faults: simulation.faults,
    close: async () => {
      webhooks.close();
      runner.close();
      await closeServer(server);
      await simulation.clock.stop();
      await flushStores(stores);
      await simulation.bytes.close();
    },
  };
}

function writeProblem(problem: unknown): void {
  process.stderr.write(
    `${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`,
  );
}

function openClock(settings: Settings, onProblem: (problem: unknown) => void): Clock {
  if (settings.clock === "system") return new SystemClock(onProblem);
  const startAt = settings.clock === "manual" ? Date.now() : settings.clock.startAt;
  return new ManualClock(startAt, onProblem);
}

function secretOf(simulation: Simulation): string {
  const first = simulation.settings.accounts[0]?.username ?? "";
  const account = simulation.stores.accounts.get(first);
  if (account === undefined) throw new Error("The simulator has no account.");
  return account.webhookSecret;
}

type Server = ReturnType<typeof createAdaptorServer>;

async function listen(server: Server, settings: Settings): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(settings.port, settings.host, resolve);
  await promise;
  server.removeListener("error", reject);
  // A server on a port has an address object; a string is for pipes, null for one that does not listen.
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  return `http://${host}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.close((error) => (error === undefined ? resolve() : reject(error)));
  if ("closeAllConnections" in server) server.closeAllConnections();
  await promise;
}
