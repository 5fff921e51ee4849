import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Simulator, startSimulator } from "@selfsame/replicate-simulator";
import { type RunningPostgres, startPostgres } from "@selfsame/vitest/postgres";
import { authSecret, providerToken } from "../create-test-studio.ts";
import { type TinyPictures, tinyPictures } from "../schedules/tiny-pictures.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";
import { freePorts } from "./free-ports.ts";
import { openSlot, type StudioSlot } from "./studio-slot.ts";

/** Everything a torture run stands on: real processes, a real PostgreSQL, files, and a provider. */
export interface TortureGround extends AsyncDisposable {
  readonly postgres: RunningPostgres;
  readonly simulator: Simulator;
  readonly pictures: TinyPictures;
  readonly door: FrontDoor;
  readonly slots: readonly StudioSlot[];
  /** One process more, behind the same door, whose clock is ahead. */
  readonly laterSlot: (aheadMs: number) => StudioSlot;
  readonly imageFolder: string;
  /** What the processes logged, a file each; it stays when `keepLogs` was called. */
  readonly logFolder: string;
  readonly keepLogs: () => void;
}

const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const laterProgram = fileURLToPath(new URL("later-server.ts", import.meta.url));
// A generation takes about a second and a training half a minute: long enough to be hit under way.
const simulatorSpeed = 60;
const processNames = ["first", "second", "third"];

/** Starts everything but the studio's processes. */
export async function openTortureGround(seed: number): Promise<TortureGround> {
  await using disposal = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "selfsame-torture-"));
  let keepsLogs = false;
  const logFolder = await mkdtemp(join(tmpdir(), "selfsame-torture-logs-"));
  disposal.defer(async () => {
    await rm(folder, { recursive: true, force: true });
    if (!keepsLogs) await rm(logFolder, { recursive: true, force: true });
  });
  const postgres = await startPostgres({ outlivesCrashes: true });
  disposal.defer(() => postgres.stop());
  const pictures = tinyPictures();
  const simulator = await startSimulator({
    token: providerToken,
    username: "simulated",
    speed: simulatorSpeed,
    seed,
    limits: "off",
    painter: pictures.painter,
  });
  disposal.defer(() => simulator.close());
  const ports = await freePorts(processNames.length + 1);
  const slots: StudioSlot[] = [];
  const all: StudioSlot[] = [];
  disposal.defer(async () => {
    await Promise.all(all.map((slot) => slot.kill()));
  });
  const door = disposal.use(
    await openFrontDoor(() => all.filter((slot) => slot.isListening()).map(({ port }) => port)),
  );
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder);
  const environment = {
    DATA_DIR: dataFolder,
    DATABASE_URL: postgres.url,
    REPLICATE_API_TOKEN: providerToken,
    REPLICATE_BASE_URL: `${simulator.url}/v1`,
    REPLICATE_SIMULATED: "true",
    PUBLIC_URL: door.url,
    AUTH_SECRET: authSecret,
    AUTH_RATE_LIMITED: "false",
    LOG_LEVEL: "warn",
  };
  const slotAt = (index: number, name: string, commandLine: readonly string[]): StudioSlot => {
    const slot = openSlot({
      name,
      port: ports[index] ?? 0,
      program: commandLine,
      environment,
      logFile: join(logFolder, `${name}.log`),
    });
    all.push(slot);
    return slot;
  };
  for (const [index, name] of processNames.entries()) slots.push(slotAt(index, name, [program]));
  const owned = disposal.move();
  return {
    postgres,
    simulator,
    pictures,
    door,
    slots,
    laterSlot: (aheadMs) => slotAt(processNames.length, `later-${aheadMs}`, [laterProgram, String(aheadMs)]),
    imageFolder: join(dataFolder, "images"),
    logFolder,
    keepLogs: () => {
      keepsLogs = true;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
