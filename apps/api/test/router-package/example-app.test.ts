import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeRouterPackage } from "../../router-package/write-router-package.ts";
import { createTestDatabase } from "../create-test-database.ts";
import { createTestStudio } from "../create-test-studio.ts";
import { signUpWithModel } from "../ready-subject.ts";

const run = promisify(execFile);
const api = fileURLToPath(new URL("../../", import.meta.url));
const example = fileURLToPath(new URL("../../../../examples/portrait-from-a-script/", import.meta.url));
const tsc = join(api, "node_modules/.bin/tsc");
const brief = "by a window, rain outside, calm";

/** What must not compile: if the types said nothing, these lines would be the mistake. */
const mistakes = `
import type { AppRouter } from "@selfsame/api/router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";

const studio = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "" })] });
// @ts-expect-error a brief is text
void studio.generations.create.mutate({ brief: 7 });
// @ts-expect-error a model is never named
void studio.generations.create.mutate({ brief: "at sea", model: "somebody's" });
// @ts-expect-error there is no such procedure
void studio.generations.steal.mutate({});
// @ts-expect-error a portrait has no owner to be told
void studio.gallery.list.query({}).then(({ portraits }) => portraits[0]?.subjectId);
export const balance: Promise<{ available: number }> = studio.credits.balance.query();
`;

describe("the example app, outside of the repository", () => {
  const disposal = new AsyncDisposableStack();
  let folder: string;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "selfsame-example-")));
    disposal.defer(() => rm(folder, { recursive: true, force: true }));
    await run(tsc, ["-b", api]);
    await writeRouterPackage(join(folder, "types"));
    const { stdout } = await run("npm", ["pack", "--silent", join(folder, "types")], { cwd: folder });
    await cp(join(example, "src"), join(folder, "src"), { recursive: true });
    const linked = async (name: string) => `file:${await realpath(join(api, "node_modules", name))}`;
    const dependencies = {
      "@selfsame/api": `file:${join(folder, stdout.trim())}`,
      "@trpc/client": await linked("@trpc/client"),
      "@trpc/server": await linked("@trpc/server"),
      "@types/node": await linked("@types/node"),
      zod: await linked("zod"),
    };
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ name: "a-stranger", private: true, type: "module", dependencies }),
    );
    await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"], {
      cwd: folder,
    });
  });
  afterAll(() => disposal.disposeAsync());

  test("is given the router's type and nothing that runs", async () => {
    const installed = join(folder, "node_modules/@selfsame/api");
    expect((await readdir(installed)).toSorted()).toEqual(["package.json", "router.d.ts"]);
    const types = await readFile(join(installed, "router.d.ts"), "utf8");
    expect(types).not.toMatch(/drizzle|pino|PgTable|Studio\b|actingAs/u);
  });

  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])("type-checks with module %s, library checks on", async (module, moduleResolution) => {
    await writeFile(join(folder, "src/mistakes.ts"), mistakes);
    const config = join(folder, `tsconfig.${moduleResolution}.json`);
    const compilerOptions = {
      module,
      moduleResolution,
      target: "es2024",
      lib: ["es2024", "dom"],
      types: ["node"],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    await writeFile(config, JSON.stringify({ compilerOptions, include: ["src"] }));
    const checked: unknown = await run(tsc, ["-p", config], { cwd: folder }).catch((error: unknown) => error);
    expect(checked).toMatchObject({ stdout: "" });
  });

  test("makes a portrait with a token and saves it, and says what a token lacks", async () => {
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const studio = disposal.use(await createTestStudio({ database }));
    const person = await signUpWithModel(studio.url);
    const portraitWith = async (...scopes: ("read" | "generate")[]) => {
      const { secret } = await person.api.tokens.make.mutate({ name: "a script", scopes, days: 1 });
      return run(process.execPath, ["src/portrait.ts", brief, "portrait.png"], {
        cwd: folder,
        env: { PATH: process.env["PATH"], SELFSAME_SERVER: studio.url, SELFSAME_TOKEN: secret },
      });
    };
    await expect(portraitWith("read")).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/lacks the scope “generate”.*\(token_scope_missing\)/u),
    });
    const { stdout, stderr } = await portraitWith("read", "generate");
    expect(stderr).toBe("");
    expect(stdout).toContain("portrait.png: ");
    expect(await sharp(join(folder, "portrait.png")).metadata()).toMatchObject({ format: "png" });
    const { portraits } = await person.api.gallery.list.query({});
    expect(portraits).toHaveLength(1);
  });
});
