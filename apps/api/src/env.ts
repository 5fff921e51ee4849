import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  HOST: z.string().default("127.0.0.1"),
  /** Where the embedded database, the pictures and the secret live. */
  DATA_DIR: z.string().default(".data"),
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(10),
  REPLICATE_API_TOKEN: z.string().min(1),
  REPLICATE_BASE_URL: z.url().default("https://api.replicate.com/v1"),
  /** Whether that address is the simulator's: every portrait is then marked. */
  REPLICATE_SIMULATED: flag.default(false),
  /** The provider's account for new portrait models; the token's own when left out. */
  REPLICATE_ACCOUNT: z.string().optional(),
  /** The studio's address as browsers and the provider see it; without it the provider is asked instead. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies of one's own stand in front and say, in X-Forwarded-For, whom they heard from. */
  PROXIES_IN_FRONT: z.coerce.number().int().min(0).max(10).default(0),
  /** The built page. */
  WEB_DIR: z.string().optional(),
  /** Signs sessions; made and kept in DATA_DIR when left out. */
  AUTH_SECRET: z.string().min(32).optional(),
  AUTH_RATE_LIMITED: flag.default(true),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

/** The settings of one process, read once. */
export type Settings = z.infer<typeof settings>;

/** Thrown when settings are missing or wrong; names every one of them, and the value of none. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * Reads the settings from the environment. An empty variable counts as left out.
 *
 * @throws SettingsError
 */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = settings.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new SettingsError(`These settings are missing or wrong. ${problems.join(". ")}`);
};
