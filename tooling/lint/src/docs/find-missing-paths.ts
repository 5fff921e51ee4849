import { existsSync, globSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Document } from "./documents.ts";

const quoted = /`(?<path>(?:apps|docs|examples|packages|tooling)\/[^`\s]*)`/gu;
const linked = /\]\((?<path>[^)\s#]+)(?:#[^)]*)?\)/gu;

/** A path as it is quoted, without a line number, a glob's braces or the end of a sentence. */
const isThere = (root: string, path: string): boolean => {
  const plain = path.replace(/[.,;:]$/u, "");
  if (/[*{]/u.test(plain)) return globSync(plain, { cwd: root }).length > 0;
  // What is built stands in no checkout.
  return /\/(?:dist|dist-router|\.report)(?:\/|$)/u.test(plain) || existsSync(join(root, plain));
};

/** Every path that a page quotes or links to and that leads nowhere. */
export function findMissingPaths({ path: page, text }: Document, root: string): string[] {
  const own = [...text.matchAll(quoted)].map(({ groups }) => groups?.["path"] ?? "");
  const links = [...text.matchAll(linked)]
    .map(({ groups }) => groups?.["path"] ?? "")
    .filter((target) => !/^[a-z]+:/u.test(target))
    .map((target) => normalize(join(dirname(page), target)));
  return [...own, ...links].filter((path) => !isThere(root, path)).map((path) => `${page}: ${path}`);
}
