import { z } from "zod";
import { defaultCreditSettings } from "./credits/credit-settings.ts";
import { defaultTrashDays } from "./gallery/trash-days.ts";
import { defaultRateBudgets, type LimitedAct, type RateBudget } from "./rate-limits/rate-limits.ts";
import { parseKeys } from "./keys/parse-keys.ts";

const keys = z.string().transform((text, context) => {
  const parsed = parseKeys(text);
  if (parsed.ok) return parsed.keys;
  context.addIssue({ code: "custom", message: parsed.why });
  return z.NEVER;
});

// Newest first; a comma stands in no secret.
const secrets = z
  .string()
  .transform((text) => text.split(",").map((secret) => secret.trim()))
  .pipe(z.tuple([z.string().min(32)], z.string().min(32)));

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
// The ledger counts in the database's whole numbers; a billion is far from their end.
const credits = z.coerce.number().int().min(0).max(1_000_000_000);

/** For example `20/60/900`: 20 times for one account, 60 for one address, within 900 seconds. */
const rateBudget = (act: LimitedAct) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}(\/[1-9]\d{0,6}){2}$/, "times for an account / times for an address / seconds")
    .transform((text): RateBudget => {
      const [perAccount = 0, perAddress = 0, withinSeconds = 0] = text.split("/").map(Number);
      return { perAccount, perAddress, withinSeconds };
    })
    .default(defaultRateBudgets[act]);

const storageFolders = /^([a-z0-9][a-z0-9-]{0,62}\/)*$/;

const settings = z.object({
  /** What this process does: answer requests (api), do the work behind them (worker), or both (all). */
  ROLE: z.enum(["api", "worker", "all"]).default("all"),
  /** How long a process that is told to stop may go on with what it has begun. */
  DRAIN_SECONDS: z.coerce.number().int().min(1).max(600).default(8),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  HOST: z.string().default("127.0.0.1"),
  /** Where the embedded database, the pictures and the secret live. */
  DATA_DIR: z.string().default(".data"),
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(10),
  /** Pictures in a bucket instead of files; every process of one studio needs the same. */
  S3_BUCKET: z.string().min(3).max(63).optional(),
  /** The address of a store other than Amazon's. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Whether the bucket stands in the path of addresses instead of in the host's name. */
  S3_FORCE_PATH_STYLE: flag.default(false),
  /** A folder of the bucket that everything is kept in. */
  S3_PREFIX: z
    .string()
    .regex(storageFolders, "folders of lower-case letters, digits and -, each ending in /")
    .default(""),
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
  /** Sign sessions, newest first: the newest signs, every one is believed; made and kept in DATA_DIR when left out. */
  AUTH_SECRET: secrets.optional(),
  /** What the studio is known by at Google. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the studio is known by at GitHub. */
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  /** Any provider that speaks OpenID Connect, by its address; its name is what people call it. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(40).optional(),
  /** Encrypt and seal what is kept, newest first; derived from AUTH_SECRET, or made and kept in DATA_DIR, when left out. */
  STUDIO_KEYS: keys.optional(),
  /** Whether what accounts and addresses do is counted and slowed down at all. */
  RATE_LIMITED: flag.default(true),
  /** Where mail is handed over; in files in DATA_DIR when left out. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whose name mail carries. */
  SMTP_FROM: z.string().min(3).optional(),
  /** Whether the e-mail address must be confirmed before anybody gets in: required with SMTP when left out, else advised. */
  EMAIL_VERIFICATION: z.enum(["required", "advised"]).optional(),
  /** Shows the mail that is kept in files at /outbox, to this machine alone. */
  OUTBOX_PAGE: flag.default(false),
  /** What a new subject is given, in credits. */
  SIGN_UP_CREDITS: credits.default(defaultCreditSettings.signUp),
  /** What a training costs; a portrait costs one credit. */
  TRAINING_CREDITS: credits.default(defaultCreditSettings.training),
  /** How many days a portrait stays in the trash before it is removed for good. */
  TRASH_DAYS: z.coerce.number().int().min(1).max(3_650).default(defaultTrashDays),
  /** By which messages about payments are verified; without it none are taken. */
  PAYMENT_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional(),
  /** The most that one subject may spend in a month; no bound when left out. */
  MONTHLY_CREDITS_PER_SUBJECT: credits.optional(),
  /** The most that the whole studio may spend in a day; no bound when left out. */
  DAILY_CREDITS_OF_STUDIO: credits.optional(),
  /** An endpoint that speaks OpenAI's chat completions, behind Maya; without it she composes offline. */
  MAYA_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  MAYA_MODEL: z.string().min(1).optional(),
  MAYA_API_KEY: z.string().min(1).optional(),
  MAYA_MAXIMUM_OUTPUT_TOKENS: z.coerce.number().int().min(200).max(32_000).default(2_000),
  MAYA_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(60),
  /** How many threads look at faces: they judge selfies and measure portraits. 0 measures nothing. */
  FACE_THREADS: z.coerce.number().int().min(0).max(8).default(1),
  LIMIT_ENTER: rateBudget("enter"),
  LIMIT_UPLOAD: rateBudget("upload"),
  LIMIT_GENERATE: rateBudget("generate"),
  LIMIT_SHOOT: rateBudget("shoot"),
  LIMIT_TALK: rateBudget("talk"),
  LIMIT_EXPORT: rateBudget("export"),
  LIMIT_TOKEN: rateBudget("token"),
  LIMIT_PROVE: rateBudget("prove"),
  /** What a reader of /metrics carries; without it and without METRICS_PORT there is no /metrics. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** A port of its own for /metrics. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** What only makes sense together. */
const together = settings.superRefine((given, context) => {
  const wrong = (path: keyof typeof given, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (given.ROLE !== "all" && given.DATABASE_URL === undefined) {
    const why = "the embedded database serves one process only";
    wrong("ROLE", `${given.ROLE} needs PostgreSQL, since ${why}; set DATABASE_URL, or leave ROLE out`);
  }
  if (given.ROLE !== "all" && given.AUTH_SECRET === undefined)
    wrong(
      "AUTH_SECRET",
      "every process of one studio needs the same one, so it cannot be left out with ROLE",
    );
  for (const names of [
    ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
    ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
    ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ] as const) {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length < names.length)
      for (const name of missing)
        wrong(name, `${names.filter((other) => other !== name).join(" and ")} need it`);
  }
  if (given.SMTP_URL !== undefined && given.SMTP_FROM === undefined) wrong("SMTP_FROM", "SMTP_URL needs it");
  if (given.OUTBOX_PAGE && (given.PUBLIC_URL !== undefined || given.PROXIES_IN_FRONT > 0))
    wrong("OUTBOX_PAGE", "the mails in it open accounts: it is for a studio on this machine alone");
  for (const name of ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) {
    if (given.S3_BUCKET !== undefined && given[name] === undefined) wrong(name, "S3_BUCKET needs it");
  }
  if (given.MAYA_BASE_URL !== undefined && given.MAYA_MODEL === undefined)
    wrong("MAYA_MODEL", "MAYA_BASE_URL needs it");
  if (given.MAYA_BASE_URL === undefined && given.MAYA_MODEL !== undefined)
    wrong("MAYA_BASE_URL", "MAYA_MODEL is set and no endpoint is named");
  if (given.S3_BUCKET === undefined && given.S3_ACCESS_KEY_ID !== undefined)
    wrong("S3_BUCKET", "S3_ACCESS_KEY_ID is set and no bucket is named");
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
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings =>
  readAs(together, environment);

const place = settings.pick({
  ROLE: true,
  DATA_DIR: true,
  DATABASE_URL: true,
  DATABASE_CONNECTIONS: true,
  S3_BUCKET: true,
  S3_ENDPOINT: true,
  S3_REGION: true,
  S3_ACCESS_KEY_ID: true,
  S3_SECRET_ACCESS_KEY: true,
  S3_FORCE_PATH_STYLE: true,
  S3_PREFIX: true,
});

/** Where a studio keeps its rows and pictures. */
export type PlaceSettings = z.infer<typeof place>;

/**
 * Reads the part of the settings that says where rows and pictures are kept.
 *
 * @throws SettingsError
 */
export const readPlaceSettings = (environment: NodeJS.ProcessEnv = process.env): PlaceSettings =>
  readAs(place, environment);

/** The settings of a studio that does not run, as far as they can be read. */
export interface SettingsToExamine {
  /** What is missing or wrong; null when they make sense. */
  readonly problem: string | null;
  /** Whether a simulator stands in for the provider, as `npm start` has it without a token. */
  readonly isSimulated: boolean;
  readonly places: PlaceSettings;
  /** Whether they name the studio's keys; else those are in the data folder. */
  readonly namesKeys: boolean;
}

/**
 * Reads settings to say what is wrong with them.
 *
 * @throws SettingsError when they do not even say where rows and pictures are kept
 */
export const readSettingsToExamine = (environment: NodeJS.ProcessEnv = process.env): SettingsToExamine => {
  const { REPLICATE_API_TOKEN: token = "", STUDIO_KEYS: ownKeys, AUTH_SECRET: secret } = environment;
  const isSimulated = token === "";
  const read = {
    isSimulated,
    places: readPlaceSettings(environment),
    namesKeys: (ownKeys ?? secret ?? "") !== "",
  };
  try {
    readSettings(isSimulated ? { ...environment, REPLICATE_API_TOKEN: "simulated" } : environment);
    return { ...read, problem: null };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { ...read, problem: error.message };
  }
};

const operator = settings.pick({ PORT: true, HOST: true, DATA_DIR: true, AUTH_SECRET: true });

/** What an operator's command needs to find a running studio and be known to it. */
export type OperatorSettings = z.infer<typeof operator>;

/**
 * Reads the part of the settings that an operator's command needs.
 *
 * @throws SettingsError
 */
export const readOperatorSettings = (environment: NodeJS.ProcessEnv = process.env): OperatorSettings =>
  readAs(operator, environment);

const readAs = <T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new SettingsError(`These settings are missing or wrong. ${problems.join(". ")}`);
};
