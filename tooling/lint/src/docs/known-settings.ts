import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where settings are read, and where they are declared to be passed on. */
const readers = [
  "apps/*/src/env.ts",
  "apps/*/src/**/env.ts",
  "examples/*/src/*.ts",
  "packages/*/test/**/*.ts",
  "packages/*/src/adapter/**/*.ts",
  "apps/api/test/**/*.ts",
  "tooling/*/*.mjs",
  "tooling/*/src/*.ts",
  "turbo.json",
];

/** Every name in capitals that code which reads settings mentions. */
export const knownSettings = (root: string): ReadonlySet<string> =>
  new Set(
    globSync(readers, { cwd: root, exclude: (path) => path.includes("node_modules") }).flatMap((path) =>
      [...readFileSync(join(root, path), "utf8").matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/gu)].map(String),
    ),
  );
