import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Simulator, startSimulator } from "@selfsame/replicate-simulator";
import { type RunningPostgres, startPostgres } from "@selfsame/vitest/postgres";
import { authSecret, providerToken } from "../create-test-studio.ts";
import { startBalancer } from "../processes/balancer.ts";
import { tinyPictures } from "../schedules/tiny-pictures.ts";
import { freePorts } from "./free-ports.ts";
import { openSlot, type StudioSlot } from "./studio-slot.ts";

/** Everything a torture run stands on: places for real processes, a real PostgreSQL, files, and a provider. */
export interface TortureGround extends AsyncDisposable {
  /** The one address in front of all processes that answer requests. */
  readonly url: string;
  readonly postgres: RunningPostgres;
  readonly simulator: Simulator;
  readonly slots: readonly StudioSlot[];
  /** Which of the slots do the work that writes portraits. */
  readonly workers: readonly number[];
  /** One process more, behind the same address, that does everything and whose clock is ahead. */
  readonly laterSlot: (aheadMs: number) => StudioSlot;
  readonly imageFolder: string;
  /** What the processes logged, a file each; it stays when `keepLogs` was called. */
  readonly logFolder: string;
  readonly keepLogs: () => void;
}

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const program = fileOf("../../src/main.ts");
const laterProgram = fileOf("later-server.ts");
// Half of what starting a process costs is compiling what has not changed since the last one.
const compileCache = fileOf("../../node_modules/.cache/node-compile");
// A generation takes about a second and a training half a minute: long enough to be hit under way.
const simulatorSpeed = 60;
const roles = ["api", "api", "worker", "worker"] as const;

/** Opens a slot for each process of the studio and starts everything around them. */
export async function openTortureGround(seed: number): Promise<TortureGround> {
  await using disposal = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "selfsame-torture-"));
  const logFolder = await mkdtemp(join(tmpdir(), "selfsame-torture-logs-"));
  let keepsLogs = false;
  disposal.defer(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    if (!keepsLogs) await rm(logFolder, { recursive: true, force: true });
  });
  const postgres = await startPostgres({ outlivesCrashes: true });
  disposal.defer(() => postgres.stop());
  const simulator = await startSimulator({
    token: providerToken,
    username: "simulated",
    speed: simulatorSpeed,
    seed,
    limits: "off",
    painter: tinyPictures().painter,
  });
  disposal.defer(() => simulator.close());
  const balancer = disposal.use(await startBalancer());
  const answering: StudioSlot[] = [];
  const all: StudioSlot[] = [];
  disposal.defer(async () => {
    await Promise.all(all.map((slot) => slot.kill()));
  });
  const pointBalancer = (): void =>
    balancer.use(
      answering.filter((slot) => slot.isListening()).map(({ port }) => `http://127.0.0.1:${port}`),
    );
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder);
  const ports = await freePorts(roles.length + 1);
  const environment = {
    DATA_DIR: dataFolder,
    DATABASE_URL: postgres.url,
    REPLICATE_API_TOKEN: providerToken,
    REPLICATE_BASE_URL: `${simulator.url}/v1`,
    REPLICATE_SIMULATED: "true",
    FACE_THREADS: "0",
    PUBLIC_URL: balancer.url,
    AUTH_SECRET: authSecret,
    RATE_LIMITED: "false",
    // Nobody runs out: what a storm costs is known when it is over.
    SIGN_UP_CREDITS: "1000000",
    LOG_LEVEL: "warn",
    NODE_COMPILE_CACHE: compileCache,
  };
  const openAt = (
    place: number,
    role: "api" | "worker" | "all",
    commandLine: readonly string[],
  ): StudioSlot => {
    const name = `${role}-${place}`;
    const slot = openSlot({
      name,
      port: ports[place] ?? 0,
      program: commandLine,
      environment: { ...environment, ROLE: role },
      logFile: join(logFolder, `${name}.log`),
      onChange: pointBalancer,
    });
    all.push(slot);
    if (role !== "worker") answering.push(slot);
    return slot;
  };
  const slots = roles.map((role, place) => openAt(place, role, [program]));
  const owned = disposal.move();
  return {
    url: balancer.url,
    postgres,
    simulator,
    slots,
    workers: roles.flatMap((role, place) => (role === "worker" ? [place] : [])),
    laterSlot: (aheadMs) => openAt(roles.length, "all", [laterProgram, String(aheadMs)]),
    imageFolder: join(dataFolder, "images"),
    logFolder,
    keepLogs: () => {
      keepsLogs = true;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
