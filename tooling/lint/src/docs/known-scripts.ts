import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Scripts } from "./find-unknown-scripts.ts";

const manifest = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).default({}) });

/** The scripts of every `package.json` of a repository. */
export function knownScripts(root: string): Scripts {
  const read = (path: string) => {
    const { name, scripts } = manifest.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
    return { name, folder: dirname(path), scripts: new Set(Object.keys(scripts)) };
  };
  const packages = globSync("{apps,examples,packages,tooling}/*/package.json", { cwd: root }).map(read);
  return {
    // npm's own short forms of scripts stand without `run`.
    root: read("package.json").scripts,
    byName: new Map(packages.map(({ name, scripts }) => [name, scripts])),
    byFolder: new Map(packages.map(({ folder, scripts }) => [folder, scripts])),
  };
}
