import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One page of documentation. */
export interface Document {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

const pages = [
  "*.md",
  "docs/**/*.md",
  "apps/*/README.md",
  "examples/*/README.md",
  "packages/*/README.md",
  "tooling/*/README.md",
];

/** Every page of documentation of a repository. */
export const documentsOf = (root: string): Document[] =>
  globSync(pages, { cwd: root, exclude: (path) => path.includes("node_modules") })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
