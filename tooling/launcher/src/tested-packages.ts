import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** A package of this repository that has tests. */
export interface TestedPackage {
  readonly name: string;
  readonly folder: string;
  /** Where its last test run wrote what it found. */
  readonly report: string;
}

const manifest = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).optional() });

/**
 * The packages whose `package.json` has a `test` script.
 *
 * @param root the repository's folder
 */
export function testedPackages(root: string): TestedPackage[] {
  return globSync("{apps,packages,tooling}/*/package.json", { cwd: root })
    .toSorted()
    .flatMap((path) => {
      const { name, scripts } = manifest.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
      const folder = join(root, dirname(path));
      return scripts?.test ? [{ name, folder, report: join(folder, ".report", "vitest.json") }] : [];
    });
}
