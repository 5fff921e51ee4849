import type { Document } from "./documents.ts";

/** The scripts of a repository: the root's, and each package's by its name and by its folder. */
export interface Scripts {
  readonly root: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byFolder: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What npm and pnpm do by themselves, and what is no script. */
const builtIn = new Set(["add", "exec", "install", "pack", "run", "why"]);
const tools = new Set(["tsc", "vitest", "oxfmt", "oxlint", "drizzle-kit"]);

const npm = /\bnpm (?:run )?(?<script>[a-z][\w:-]*)/gu;
const filtered = /\bpnpm --filter (?<name>\S+) (?<script>[a-z][\w:-]*)/gu;
const plain = /\bpnpm (?:run )?(?<script>[a-z][\w:-]*)/gu;

const codeOf = (text: string): string =>
  [...text.matchAll(/```[a-z]*\n(?<block>[\s\S]*?)```|`(?<line>[^`\n]+)`/gu)]
    .map(({ groups }) => groups?.["block"] ?? groups?.["line"] ?? "")
    .join("\n");

/** Every command of npm or pnpm in a page's code whose script is not there. */
export function findUnknownScripts({ path, text }: Document, scripts: Scripts): string[] {
  const code = codeOf(text);
  const here = scripts.byFolder.get(path.split("/").slice(0, -1).join("/")) ?? scripts.root;
  const unknown: string[] = [];
  const expect = (known: ReadonlySet<string> | undefined, script: string, said: string): void => {
    if (builtIn.has(script) || tools.has(script) || known?.has(script) === true) return;
    unknown.push(`${path}: ${said}`);
  };
  for (const [said, ,] of code.matchAll(npm)) {
    const script = said.split(" ").at(-1) ?? "";
    expect(scripts.root, script, said);
  }
  for (const { 0: said, groups } of code.matchAll(filtered))
    expect(scripts.byName.get(groups?.["name"] ?? ""), groups?.["script"] ?? "", said);
  for (const { 0: said, groups } of code.matchAll(plain)) expect(here, groups?.["script"] ?? "", said);
  return unknown;
}
