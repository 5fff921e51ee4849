import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Counts how the networks are used: the alignment, the sampling, what is switched on. Raise it with every change
 * after which the same picture gives other numbers.
 */
const usage = 1;

const packages = [
  ["human", "@vladmandic/human"],
  ["face-api", "@vladmandic/face-api"],
  ["tfjs", "@tensorflow/tfjs"],
] as const;

const require = createRequire(import.meta.url);

/**
 * The name of what measures: the installed packages, each with its version, and how they are used. Stored with every
 * score; scores of different names are never compared.
 *
 * @example readModelVersion() // "human-3.3.6 face-api-1.7.15 tfjs-4.22.0 usage-1"
 */
export function readModelVersion(): string {
  return [...packages.map(([name, installed]) => `${name}-${versionOf(installed)}`), `usage-${usage}`].join(
    " ",
  );
}

/** Read beside the entry, upwards: the packages' `exports` hide their manifests. */
function versionOf(packageName: string): string {
  let folder = dirname(require.resolve(packageName));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    return String(manifest.version);
  throw new Error(`${packageName} has no version.`);
}
