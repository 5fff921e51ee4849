import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A command of the terminal as a page has it. */
export interface DocumentedCommand {
  readonly page: string;
  /** Everything after `selfsame`, as a shell would split it. */
  readonly words: readonly string[];
}

const word = /"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>\S+)/gu;

/** Splits a line at its spaces, quotes respected, and ends it where a shell would begin something else. */
const wordsOf = (line: string): string[] => {
  const words: string[] = [];
  for (const { groups } of line.matchAll(word)) {
    const { quoted, single, bare } = groups ?? {};
    if (bare !== undefined && /^(?:#|\||&&|;|<(?!\w)|>|\)|\|\|)/u.test(bare)) break;
    words.push(quoted ?? single ?? (bare ?? "").replace(/\)$/u, ""));
  }
  return words;
};

/** Every `selfsame …` in the code of a page; what stands in for something of the reader's is left as it is. */
export function commandsIn(page: string, text: string): DocumentedCommand[] {
  const code = [...text.matchAll(/```[a-z]*\n(?<block>[\s\S]*?)```|`(?<line>[^`\n]+)`/gu)].flatMap(
    ({ groups }) => (groups?.["block"] ?? groups?.["line"] ?? "").split("\n"),
  );
  return code.flatMap((line) =>
    [...line.matchAll(/(?:^|\s|\()selfsame (?<rest>[a-z-].*)$/gu)].map(({ groups }) => ({
      page,
      words: wordsOf(groups?.["rest"] ?? ""),
    })),
  );
}

/** Every command that any page of the repository shows. */
export const documentedCommands = (): DocumentedCommand[] =>
  globSync(["*.md", "docs/**/*.md", "apps/*/README.md", "examples/*/README.md", "packages/*/README.md"], {
    cwd: root,
    exclude: (path) => path.includes("node_modules"),
  }).flatMap((page) => commandsIn(page, readFileSync(join(root, page), "utf8")));
