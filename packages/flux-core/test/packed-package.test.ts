import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build as viteBuild, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as fluxCore from "../src/index.ts";
import { readmeExamples } from "./documented-examples.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const stranger = mkdtempSync(join(tmpdir(), "flux-core-stranger-"));
const installed = join(stranger, "node_modules", "@selfsame", "flux-core");
const tarball = join(stranger, "flux-core.tgz");

/** The limits of the size budget, in bytes after gzip. */
const WHOLE_BYTES = 30_000;
const PRESETS_BYTES = 1_200;
const PROMPT_BYTES = 11_500;

async function packageManager(): Promise<readonly [string, readonly string[]]> {
  const { devEngines } = JSON.parse(readFileSync(join(root, "..", "..", "package.json"), "utf8")) as {
    devEngines: { packageManager: { name: string; version: string } };
  };
  const { name, version } = devEngines.packageManager;
  const onPath = await run(name, ["--version"]).then(
    () => true,
    () => false,
  );
  return onPath ? [name, []] : ["npx", ["--yes", `${name}@${version}`]];
}

/** A project of a stranger: outside of the workspace, with the packed package and its two dependencies. */
beforeAll(async () => {
  await run(bin("tsc"), ["-b", root]);
  const [command, before] = await packageManager();
  await run(command, [...before, "pack", "--out", tarball], { cwd: root });
  const linked = (name: string): string => `file:${realpathSync(join(root, "node_modules", name))}`;
  writeFileSync(
    join(stranger, "package.json"),
    JSON.stringify({
      name: "stranger",
      private: true,
      type: "module",
      dependencies: {
        "@selfsame/flux-core": `file:${tarball}`,
        "@noble/hashes": linked("@noble/hashes"),
        zod: linked("zod"),
      },
    }),
  );
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: stranger,
  });
}, 120_000);

afterAll(() => rmSync(stranger, { recursive: true, force: true }));

async function bundled(code: string, format: "es" | "iife" = "es"): Promise<string> {
  const entry = join(stranger, `entry-${format}-${code.length}.js`);
  writeFileSync(entry, code);
  const built = await viteBuild({
    root: stranger,
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry, formats: [format], name: "fluxCore" }, minify: true },
  });
  const outputs = (Array.isArray(built) ? built : [built]).filter(
    (one): one is Rolldown.RolldownOutput => "output" in one,
  );
  return outputs
    .flatMap(({ output }) => output.map((chunk) => ("code" in chunk ? chunk.code : "")))
    .join("\n");
}

const gzipBytes = (code: string): number => gzipSync(code, { level: 9 }).length;

describe("the packed package", () => {
  test("holds its build, its sources and its README, and no tests or leftovers", () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    expect(files).toEqual(
      expect.arrayContaining([
        "package.json",
        "README.md",
        "dist/index.js",
        "dist/index.d.ts",
        "src/index.ts",
      ]),
    );
    expect(files.filter((file) => /\.test\.|tsbuildinfo|^test\/|stryker|vitest/.test(file))).toEqual([]);
    const built = files.filter((file) => file.startsWith("dist/"));
    const orphans = built.filter((file) => {
      const source = file.replace(/^dist\//, "src/").replace(/(?:\.d\.ts|\.js)(?:\.map)?$/, ".ts");
      return !existsSync(join(root, source));
    });
    expect(orphans, "left over from sources that are gone: delete dist and build again").toEqual([]);
  });

  test("offers strangers its build alone: no condition leads them to the sources", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(manifest["exports"]).toEqual({
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
    });
    expect(manifest["private"]).toBeUndefined();
    expect(Object.keys(manifest["dependencies"] as object)).toEqual(["@noble/hashes", "zod"]);
    expect(JSON.stringify(manifest["dependencies"])).not.toContain("catalog");
  });

  test("runs in Node", async () => {
    const script = `
      import { buildPrompt, recipeHash, toReplicateInput } from "@selfsame/flux-core";
      const built = buildPrompt({ brief: "confident woman, street fashion", trigger: "user42585527", placement: "begin-and-middle", quality: "none" });
      console.log(JSON.stringify([built.value.text, recipeHash({}), toReplicateInput({}, {}).error.code]));
    `;
    writeFileSync(join(stranger, "run.mjs"), script);
    const { stdout } = await run(process.execPath, ["run.mjs"], { cwd: stranger });
    expect(JSON.parse(stdout)).toEqual([
      "user42585527, confident woman, user42585527 portrait, street fashion",
      "",
      "not-owned",
    ]);
  });

  test("builds with Vite for the browser with nothing of Node in it, within its size", async () => {
    const code = await bundled(`export * from "@selfsame/flux-core";`);
    expect(code).not.toMatch(/node:|__vite-browser-external|\bprocess\.|\brequire\(|\bBuffer\b/);
    expect(gzipBytes(code)).toBeLessThan(WHOLE_BYTES);
  });

  test("gives the same bytes with nothing of Node or a browser around it but TextEncoder", async () => {
    const code = await bundled(`export * from "@selfsame/flux-core";`, "iife");
    const briefs = [
      "a grinning woman, café",
      "(soft light:1.2)\n- f/1.8",
      "海辺の女性。夜",
      "usеr٢٠٤١٧٧٣٤",
      "👩\u200d🚀 at sea",
    ];
    const outcome = (core: typeof fluxCore): string =>
      JSON.stringify([
        briefs.map((brief) =>
          core.buildPrompt({ brief, trigger: "user20417733", placement: "begin", quality: "film-portrait" }),
        ),
        core.recipeHash({
          formatVersion: 1,
          generationId: "0197a1c2-7b7e-7000-8000-5d0c3f7e9a11",
          subjectNumber: "20417733",
          model: "studio-one/20417733-selfie-lora",
          version: "ab".repeat(32),
          trigger: "user20417733",
          prompt: "user20417733, café",
          preset: { id: "natural-expression", version: 1 },
          enhancement: "none",
          input: { seed: 7, num_outputs: 1 },
        }),
      ]);
    // Safe: the bundle assigns the whole package to this name.
    const alone = runInNewContext(`${code}; fluxCore`, { TextEncoder }) as typeof fluxCore;
    expect(outcome(alone)).toBe(outcome(fluxCore));
    expect(outcome(alone)).toContain("foreign-trigger");
    expect(outcome(alone)).toMatch(/"[0-9a-f]{64}"/);
  });

  test("is shaken to what is used", async () => {
    const presets = await bundled(`export { presets } from "@selfsame/flux-core";`);
    expect(presets).toContain("natural-expression");
    expect(presets).not.toMatch(/ear to ear|Hasselblad|sha/i);
    expect(gzipBytes(presets)).toBeLessThan(PRESETS_BYTES);
    const prompt = await bundled(`export { buildPrompt } from "@selfsame/flux-core"; /* prompt */`);
    expect(prompt).toContain("Hasselblad");
    expect(prompt).not.toMatch(/strictObject|formatVersion/);
    expect(gzipBytes(prompt)).toBeLessThan(PROMPT_BYTES);
  });

  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])(
    "type-checks as a stranger's dependency with module %s, library checks on",
    async (module, moduleResolution) => {
      const directory = join(stranger, moduleResolution);
      mkdirSync(directory);
      for (const [at, { code }] of readmeExamples().entries()) {
        writeFileSync(join(directory, `example-${at}.ts`), code);
      }
      const options = {
        module,
        moduleResolution,
        target: "es2024",
        lib: ["es2024"],
        types: [],
        strict: true,
      };
      const compilerOptions = {
        ...options,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      };
      writeFileSync(join(directory, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
      const checked = await run(bin("tsc"), ["-p", directory]).catch((error: unknown) => error);
      expect(checked).toMatchObject({ stdout: "" });
    },
  );

  test("is clean for publint", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("is clean for are-the-types-wrong", async () => {
    const { stdout } = await run(bin("attw"), [tarball, "--profile", "esm-only", "--no-emoji", "--no-color"]);
    // attw itself fails the command on any problem that the profile does not ignore.
    expect(stdout).toMatch(/node16 \(from ESM\).*OK \(ESM\)/);
    expect(stdout).toMatch(/bundler.*OK/);
    expect(stdout).not.toMatch(/^(?!.*ignored).*(?:failed|problem)/im);
  });
});
