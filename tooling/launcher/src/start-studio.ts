import { join } from "node:path";
import { startSimulator } from "@selfsame/replicate-simulator";
import { PlainProblem } from "../plain-problem.mjs";
import { holdDataFolder, keptSecret, makeDataFolder } from "./data-folder.ts";
import { requireFreePort } from "./ports.ts";
import { repository } from "./repository.ts";
import { startServer } from "./start-server.ts";

/** How a studio is started. */
export interface StudioSettings {
  readonly port: number;
  readonly host: string;
  /** Absolute path; made when it is not there, and kept. */
  readonly dataFolder: string;
  /** How many times faster than Replicate the simulator works. */
  readonly simulatorSpeed: "instant" | "real" | number;
  /** Whether the simulator stands in for Replicate; otherwise the api takes REPLICATE_API_TOKEN. */
  readonly simulated: boolean;
}

/** A studio that runs: the api with the page, and the simulator beside it where it is wanted. */
export interface RunningStudio {
  readonly url: string;
  /** Resolves when the server has ended, asked to or not. */
  readonly ended: Promise<void>;
  /** Stops everything that was started, the server first. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole studio from a built page: the simulator, then the server, which serves the page.
 *
 * @param environment further settings of the server, for example `LOG_LEVEL`
 * @throws PlainProblem for a taken port, a folder that cannot be written to, and a server that does not start
 */
export async function startStudio(
  settings: StudioSettings,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<RunningStudio> {
  const { port, host, dataFolder } = settings;
  await requireFreePort(port, host);
  makeDataFolder(dataFolder);
  const giveBack: (() => void | Promise<void>)[] = [holdDataFolder(dataFolder)];
  const stopAll = async () => {
    for (const stop of giveBack.splice(0).toReversed()) await stop();
  };
  try {
    const provider = settings.simulated ? await startProvider(settings) : null;
    if (provider) giveBack.push(provider.close);
    const server = await startServer({
      LOG_LEVEL: "warn",
      OUTBOX_PAGE: String(isForThisMachineAlone(environment)),
      ...environment,
      PORT: String(port),
      HOST: host,
      DATA_DIR: dataFolder,
      WEB_DIR: join(repository, "apps", "web", "dist"),
      ...provider?.environment,
    });
    giveBack.push(server.stop);
    return { url: server.url, ended: server.ended, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Whether the mail that the studio writes may be shown to whoever sits here: nobody else reaches it. */
function isForThisMachineAlone({ PUBLIC_URL, PROXIES_IN_FRONT }: NodeJS.ProcessEnv): boolean {
  return !PUBLIC_URL && (!PROXIES_IN_FRONT || PROXIES_IN_FRONT === "0");
}

async function startProvider({ dataFolder, simulatorSpeed }: StudioSettings) {
  const token = keptSecret(dataFolder, "simulator-token");
  const simulator = await startSimulator({
    dataDir: join(dataFolder, "simulator"),
    token,
    speed: simulatorSpeed,
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PlainProblem(`The simulator did not start. ${why}`, { cause });
  });
  const environment = {
    REPLICATE_API_TOKEN: token,
    REPLICATE_BASE_URL: `${simulator.url}/v1`,
    REPLICATE_SIMULATED: "true",
  };
  return { environment, close: () => simulator.close() };
}
