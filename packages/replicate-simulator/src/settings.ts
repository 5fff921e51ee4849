import { z } from "zod";
import type { PortraitPainter } from "./drawing/portrait-painter.ts";

const accountSchema = z.strictObject({
  token: z.string().min(1),
  username: z.string().regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "lower-case letters, digits and hyphens"),
  type: z.enum(["user", "organization"]).default("user"),
  name: z.string().optional(),
});

/** How fast simulated work goes: at once, as the real thing, or so many times faster than it. */
export const speedSchema = z.union([z.literal("instant"), z.literal("real"), z.number().positive()]);
export type Speed = z.infer<typeof speedSchema>;

const settingsSchema = z.strictObject({
  port: z.number().int().min(0).max(65_535).default(0),
  host: z.string().default("127.0.0.1"),
  dataDir: z.string().min(1).nullable().default(null),
  token: z.string().min(1).default("r8_simulated"),
  username: z.string().default("simulated"),
  accounts: z.array(accountSchema).default([]),
  speed: speedSchema.default("instant"),
  clock: z
    .union([
      z.literal("system"),
      z.literal("manual"),
      z.strictObject({ mode: z.literal("manual"), startAt: z.number() }),
    ])
    .default("system"),
  seed: z.union([z.string(), z.number()]).optional(),
  webhookSecret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, "whsec_ and base64")
    .optional(),
  pictures: z.enum(["portraits", "placeholders"]).default("portraits"),
  limits: z.enum(["replicate", "off"]).default("replicate"),
  admin: z.boolean().default(false),
});

/** The settings after their defaults were filled in. */
export type Settings = z.infer<typeof settingsSchema>;

/** What `startSimulator` takes; everything has a default. */
export type SimulatorOptions = z.input<typeof settingsSchema> & {
  /** Draws in the place of the built-in painter; for tests that need particular bytes. */
  painter?: PortraitPainter;
  /** Told of faults of the simulator itself; by default they are written to stderr. */
  onProblem?: (problem: unknown) => void;
};

/**
 * Checks the options and fills in defaults; the `token` and `username` become the first account.
 *
 * @throws {TypeError} naming each option that is wrong.
 */
export function parseSettings(options: SimulatorOptions): Settings {
  const { painter: _painter, onProblem: _onProblem, ...rest } = options;
  const parsed = settingsSchema.safeParse(rest);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${issue.path.join(".") || "options"}: ${issue.message}`,
    );
    throw new TypeError(`The simulator cannot start with these options. ${issues.join("; ")}.`);
  }
  const first = accountSchema.safeParse({ token: parsed.data.token, username: parsed.data.username });
  if (!first.success) {
    throw new TypeError("The simulator cannot start: username takes lower-case letters, digits and hyphens.");
  }
  return { ...parsed.data, accounts: [first.data, ...parsed.data.accounts] };
}
