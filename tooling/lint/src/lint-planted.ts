import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { plantTree } from "./plant-tree.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const oxlint = fileURLToPath(new URL("../node_modules/.bin/oxlint", import.meta.url));
const tsgolint = fileURLToPath(new URL("../node_modules/.bin/tsgolint", import.meta.url));

const report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), severity: z.string(), filename: z.string() })),
});

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    target: "es2024",
    module: "nodenext",
    moduleResolution: "nodenext",
    jsx: "preserve",
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
  },
  include: ["**/*.ts", "**/*.tsx"],
});

/**
 * Lints planted files with this repository's own lint settings.
 *
 * @param files contents by path, as they would lie in this repository
 * @returns what oxlint reported, as `<path> <rule>`, for example `apps/api/src/app.ts eslint(no-console)`
 */
export async function lintPlanted(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await plantTree({
    ".oxlintrc.json": await readFile(`${root}/.oxlintrc.json`, "utf8"),
    "tsconfig.json": tsconfig,
    "globals.d.ts": "declare const process: { readonly env: Record<string, string> };\n",
    ...files,
  });
  const output = await new Promise<string>((resolve, reject) => {
    const env = { ...process.env, OXLINT_TSGOLINT_PATH: tsgolint };
    execFile(oxlint, ["--format", "json"], { cwd: folder, env }, (error, stdout, stderr) => {
      // Exit code 1 only says that something was found; without a report the tool itself has failed.
      if (stdout.trimStart().startsWith("{")) resolve(stdout);
      else reject(new Error(`oxlint gave no report: ${stderr}${stdout}`, { cause: error }));
    });
  });
  return report.parse(JSON.parse(output)).diagnostics.map((found) => `${found.filename} ${found.code}`);
}
