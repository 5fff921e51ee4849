import type { Document } from "./documents.ts";

/** A name in capitals with a line between its words, as settings have it and constants of code do not stand in docs. */
const named = /(?<![\w.$-])(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w-])/gu;

/** Every setting that a page names and that nothing reads. */
export const findUnknownSettings = ({ path, text }: Document, known: ReadonlySet<string>): string[] => [
  ...new Set(
    [...text.matchAll(named)]
      .map(({ groups }) => groups?.["name"] ?? "")
      .filter((name) => !known.has(name))
      .map((name) => `${path}: ${name}`),
  ),
];
