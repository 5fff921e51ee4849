import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readSettings, settingNames, SettingsError } from "./env.ts";

const enough = { REPLICATE_API_TOKEN: "r8_x" };

function problemOf(environment: NodeJS.ProcessEnv): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error("The settings were taken");
}

describe("readSettings", () => {
  test("needs nothing but the provider's token", () => {
    expect(readSettings(enough)).toMatchObject({
      PORT: 4600,
      HOST: "127.0.0.1",
      DATA_DIR: ".data",
      LOG_LEVEL: "info",
    });
  });

  test("takes an empty variable for one that is left out", () => {
    expect(readSettings({ ...enough, PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 4600 });
  });

  test("names every problem at once, in one line", () => {
    const problem = problemOf({
      PORT: "70000",
      DATABASE_URL: "mysql://x",
      LOG_LEVEL: "loud",
      AUTH_SECRET: "short",
    });
    for (const name of ["PORT", "DATABASE_URL", "LOG_LEVEL", "AUTH_SECRET", "REPLICATE_API_TOKEN"])
      expect(problem).toContain(name);
    expect(problem).not.toContain("\n");
  });

  test.each(["api", "worker"])("takes no %s without PostgreSQL and a secret that all share", (role) => {
    const problem = problemOf({ ...enough, ROLE: role });
    expect(problem).toContain(`ROLE: ${role} needs PostgreSQL`);
    expect(problem).toContain("AUTH_SECRET");
    const whole = {
      ...enough,
      ROLE: role,
      DATABASE_URL: "postgres://db/x",
      AUTH_SECRET: "s".repeat(32),
    };
    expect(readSettings(whole).ROLE).toBe(role);
  });

  test("takes no bucket without its key, and no key without its bucket", () => {
    const withoutKey = problemOf({ ...enough, S3_BUCKET: "pictures" });
    expect(withoutKey).toContain("S3_ACCESS_KEY_ID: S3_BUCKET needs it");
    expect(withoutKey).toContain("S3_SECRET_ACCESS_KEY: S3_BUCKET needs it");
    expect(problemOf({ ...enough, S3_ACCESS_KEY_ID: "x" })).toContain("no bucket is named");
    expect(problemOf({ ...enough, S3_PREFIX: "/pictures" })).toContain("S3_PREFIX");
  });

  test("prints the value of none", () => {
    const values = {
      PORT: "70000",
      DATABASE_URL: "mysql://me:hunter2@db/x",
      REPLICATE_BASE_URL: "hunter3",
      AUTH_SECRET: "hunter4",
      LOG_LEVEL: "hunter5",
      REPLICATE_SIMULATED: "hunter6",
    };
    const problem = problemOf(values);
    for (const value of Object.values(values)) expect(problem).not.toContain(value);
    expect(problem).not.toContain("hunter");
  });
});

test("the README names settings that exist, and every one that many machines need", async () => {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const [, section = ""] = /## On many machines\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const named = new Set(section.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\b(?:ROLE|PORT|HOST)\b/g));
  expect([...named].filter((name) => !settingNames.includes(name))).toEqual([]);
  const needed = settingNames.filter((name) =>
    /^(?:S3_|DATABASE_|ROLE$|DRAIN_|AUTH_SECRET$|PUBLIC_URL$)/.test(name),
  );
  expect(needed.filter((name) => !named.has(name))).toEqual([]);
});

describe(".env.example", () => {
  const isSetting = (line: string) => /^(# )?[A-Z][A-Z0-9_]*=/.test(line);

  test("lists every setting with a word about it, and no other", async () => {
    const lines = (await readFile(new URL("../.env.example", import.meta.url), "utf8")).split("\n");
    const named = lines.flatMap((line) => /^(?:# )?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);
    expect(named.toSorted()).toEqual([...settingNames].toSorted());
    const unexplained = lines.filter(
      (line, index) => isSetting(line) && !/^# \S/.test(lines[index - 1] ?? ""),
    );
    expect(unexplained).toEqual([]);
  });

  test("is taken as it stands, once the token is filled in", async () => {
    const text = await readFile(new URL("../.env.example", import.meta.url), "utf8");
    const environment: Record<string, string> = {};
    for (const line of text.split("\n").filter(isSetting)) {
      const [name = "", value = ""] = line.replace(/^# /, "").split("=");
      environment[name] = value;
    }
    expect(readSettings({ ...environment, ...enough }).PORT).toBe(4600);
  });
});
