import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { PlainProblem } from "../plain-problem.mjs";
import type { StudioSettings } from "./start-studio.ts";

const speeds = "say instant, real, or how many times faster than the real thing";

const settings = z.object({
  PORT: z.coerce.number("say a port from 1 to 65535").int().min(1).max(65_535).default(4600),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  REPLICATE_API_TOKEN: z.string().min(1).optional(),
  SIMULATOR_SPEED: z
    .union([z.enum(["instant", "real"]), z.coerce.number(speeds).positive(speeds)], { error: speeds })
    .default(20),
});

/**
 * Reads what `npm start` can be told through the environment.
 *
 * @param folder relative paths are meant from here
 * @throws PlainProblem that names each setting that is wrong
 */
export function readLaunchSettings(environment: NodeJS.ProcessEnv, folder: string): StudioSettings {
  // An empty setting means what a missing one means, as in `PORT= npm start`.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new PlainProblem(`Selfsame cannot start with these settings. ${wrong.join("; ")}.`);
  }
  const { PORT, HOST, DATA_DIR, REPLICATE_API_TOKEN, SIMULATOR_SPEED } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataFolder: isAbsolute(DATA_DIR) ? DATA_DIR : join(folder, DATA_DIR),
    simulatorSpeed: SIMULATOR_SPEED,
    simulated: REPLICATE_API_TOKEN === undefined,
  };
}
