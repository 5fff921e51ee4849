import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readSettings, settingNames } from "../../src/env.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (path: string) => readFile(`${root}${path}`, "utf8");
const names = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""))].toSorted();

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.string()).optional(),
      depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
      volumes: z.array(z.string()).optional(),
      build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});
/** What somebody could fill in for each name that the compose file leaves open. */
const filledIn: Readonly<Record<string, string>> = {
  PUBLIC_URL: "https://studio.example.org",
  REPLICATE_API_TOKEN: "r8_x",
  AUTH_SECRET: "s".repeat(40),
  STUDIO_KEYS: `2026-11:${"A".repeat(43)}`,
  POSTGRES_PASSWORD: "p",
  S3_SECRET_ACCESS_KEY: "a-secret-of-s3",
  SMTP_URL: "",
  SMTP_FROM: "",
  METRICS_TOKEN: "",
};

// No container engine takes part: whether the images build and the others' images start is not shown here.
describe("the container file", () => {
  test("has nothing that its grammar or good practice finds fault with", async () => {
    expect(validate(await read("deploy/Containerfile"))).toEqual([]);
  });

  test("names the versions and files that the repository has", async () => {
    const file = await read("deploy/Containerfile");
    const workspace = z.object({ nodeVersion: z.string() }).parse(parse(await read("pnpm-workspace.yaml")));
    const { devEngines } = z
      .object({ devEngines: z.object({ packageManager: z.object({ version: z.string() }) }) })
      .parse(JSON.parse(await read("package.json")));
    expect(names(file, /^FROM node:([\d.]+)-/gmu)).toEqual([workspace.nodeVersion]);
    expect(names(file, /pnpm@([\d.]+)/gu)).toEqual([devEngines.packageManager.version]);
    expect(existsSync(`${root}apps/api/src/main.ts`)).toBe(true);
    expect(file).toContain('"apps/api/src/main.ts"');
    const set = names(file, /(?:^ENV| )([A-Z_]+)=/gmu);
    const others = new Set(["NODE_ENV", "CI", "DO_NOT_TRACK", "TURBO_TELEMETRY_DISABLED"]);
    expect(set.filter((name) => !settingNames.includes(name) && !others.has(name))).toEqual([]);
  });
});

describe("the compose file", () => {
  const compose = async () => composeFile.parse(parse(await read("deploy/compose.yaml"), { merge: true }));

  test("gives each process settings that the studio knows, takes, and needs for many processes", async () => {
    const { services } = await compose();
    for (const [service, role] of [
      ["api", "api"],
      ["worker", "worker"],
    ] as const) {
      const given = services[service]?.environment ?? {};
      expect(Object.keys(given).filter((name) => !settingNames.includes(name))).toEqual([]);
      const whole = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          value.replaceAll(/\$\{(\w+)(?::[?-])?\}/gu, (_, open: string) => filledIn[open] ?? "missing"),
        ]),
      );
      expect(readSettings(whole)).toMatchObject({
        ROLE: role,
        S3_BUCKET: "selfsame",
        DATABASE_CONNECTIONS: 10,
      });
    }
  });

  test("leaves open exactly what its example names", async () => {
    const open = names(await read("deploy/compose.yaml"), /\$\{(\w+)/gu);
    expect(open).toEqual(names(await read("deploy/env.example"), /^(\w+)=/gmu));
    expect(open).toEqual(Object.keys(filledIn).toSorted());
  });

  test("names services, volumes and a container file that are there", async () => {
    const { services, volumes } = await compose();
    for (const { depends_on: needed = [], volumes: mounted = [], build } of Object.values(services)) {
      const needs = Array.isArray(needed) ? needed : Object.keys(needed);
      expect(needs.filter((name) => !Object.hasOwn(services, name))).toEqual([]);
      const kept = mounted.map((volume) => volume.split(":")[0] ?? "");
      expect(kept.filter((name) => !Object.hasOwn(volumes, name))).toEqual([]);
      expect(existsSync(`${root}${build?.dockerfile ?? ""}`)).toBe(true);
    }
    expect(Object.keys(services)).toEqual(expect.arrayContaining(["api", "worker", "postgres", "s3"]));
  });
});
