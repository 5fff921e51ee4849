import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, type SimulatorOptions, startSimulator } from "@selfsame/replicate-simulator";
import { createPostgresDatabase } from "../create-postgres-database.ts";
import { authSecret, providerToken } from "../create-test-studio.ts";
import { type Balancer, startBalancer } from "./balancer.ts";
import { type RunningProcess, startProcess } from "./start-process.ts";

/** What several processes of one studio stand on: a PostgreSQL database, a simulator, a place for pictures. */
export interface Ground extends AsyncDisposable {
  readonly databaseUrl: string;
  readonly simulator: Simulator;
  /** The address that the studio is known under, also to the provider. */
  readonly balancer: Balancer;
  /** Starts one process on it; what is left running is killed in the end. */
  readonly start: (
    role: "api" | "worker" | "all",
    settings?: Readonly<Record<string, string>>,
  ) => Promise<RunningProcess>;
}

/** What a test may decide about the ground. */
export interface GroundOptions {
  /** Over instant, without limits, with placeholders for portraits. */
  readonly simulator?: SimulatorOptions;
  /** For every process, such as those of a bucket; without them pictures are files in a folder that all share. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Lays the ground for a studio of several real processes on a real PostgreSQL.
 *
 * @example
 * await using ground = await layGround();
 * const [api, worker] = await Promise.all([ground.start("api"), ground.start("worker")]);
 * ground.balancer.use([api.url]);
 */
export async function layGround(options: GroundOptions = {}): Promise<Ground> {
  await using disposal = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "selfsame-processes-"));
  disposal.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const { url: databaseUrl, drop } = await createPostgresDatabase();
  disposal.defer(drop);
  const simulator = await startSimulator({
    token: providerToken,
    username: "simulated",
    speed: "instant",
    pictures: "placeholders",
    limits: "off",
    ...options.simulator,
  });
  disposal.defer(() => simulator.close());
  const balancer = disposal.use(await startBalancer());
  const owned = disposal.move();
  return {
    databaseUrl,
    simulator,
    balancer,
    start: async (role, settings = {}) => {
      const started = await startProcess({
        ROLE: role,
        DATABASE_URL: databaseUrl,
        DATABASE_CONNECTIONS: "5",
        DATA_DIR: folder,
        AUTH_SECRET: authSecret,
        RATE_LIMITED: "false",
        REPLICATE_API_TOKEN: providerToken,
        REPLICATE_BASE_URL: `${simulator.url}/v1`,
        REPLICATE_SIMULATED: "true",
        FACE_THREADS: "0",
        PUBLIC_URL: balancer.url,
        LOG_LEVEL: "info",
        ...options.settings,
        ...settings,
      });
      return owned.use(started);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
