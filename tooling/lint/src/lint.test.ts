import { describe, expect, it } from "vitest";
import { lintPlanted } from "./lint-planted.ts";

interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly content: string;
  readonly files?: Readonly<Record<string, string>>;
}

const verb = "apps/api/src/models/train-model.ts";

const violations: readonly Violation[] = [
  {
    rule: "typescript(no-floating-promises)",
    path: verb,
    content: "async function send(): Promise<void> {}\nexport function train(): void {\n  send();\n}\n",
  },
  {
    rule: "typescript(no-misused-promises)",
    path: verb,
    content:
      "export function each(run: (visit: () => void) => void): void {\n  run(async () => {\n    await Promise.resolve();\n  });\n}\n",
  },
  {
    rule: "typescript(await-thenable)",
    path: verb,
    content: "export async function train(): Promise<number> {\n  return (await 1) + 1;\n}\n",
  },
  {
    rule: "typescript(return-await)",
    path: verb,
    content:
      "export async function train(send: () => Promise<number>): Promise<number> {\n  try {\n    return send();\n  } catch {\n    return 0;\n  }\n}\n",
  },
  {
    rule: "typescript(switch-exhaustiveness-check)",
    path: verb,
    content:
      "export function word(status: 'ready' | 'failed'): string {\n  switch (status) {\n    case 'ready':\n      return 'done';\n  }\n  return '';\n}\n",
  },
  {
    rule: "typescript(no-unsafe-argument)",
    path: verb,
    content:
      "function send(text: string): string {\n  return text;\n}\nexport const sent = send(JSON.parse('{}'));\n",
  },
  {
    rule: "typescript(no-unsafe-assignment)",
    path: verb,
    content: "export const seen: string = JSON.parse('{}');\n",
  },
  {
    rule: "typescript(no-unsafe-call)",
    path: verb,
    content: "const parsed = JSON.parse('{}');\nexport function call(): void {\n  parsed();\n}\n",
  },
  {
    rule: "typescript(no-unsafe-member-access)",
    path: verb,
    content: "const parsed = JSON.parse('{}');\nexport const id: unknown = parsed.id;\n",
  },
  {
    rule: "typescript(no-unsafe-return)",
    path: verb,
    content: "export function read(): string {\n  return JSON.parse('{}');\n}\n",
  },
  {
    rule: "typescript(no-explicit-any)",
    path: verb,
    content: "export function read(given: any): unknown {\n  return given;\n}\n",
  },
  {
    rule: "typescript(no-non-null-assertion)",
    path: verb,
    content: "export function first(given: readonly string[]): string {\n  return given.at(0)!;\n}\n",
  },
  {
    rule: "typescript(ban-ts-comment)",
    path: verb,
    content: "// @ts-ignore\nexport const text: number = 'one';\n",
  },
  {
    rule: "typescript(only-throw-error)",
    path: verb,
    content: "export function fail(): never {\n  throw 'failed';\n}\n",
  },
  {
    rule: "typescript(consistent-type-imports)",
    path: verb,
    content:
      "import { Training } from './training.ts';\nexport function id(training: Training): string {\n  return training.id;\n}\n",
    files: { "apps/api/src/models/training.ts": "export interface Training {\n  readonly id: string;\n}\n" },
  },
  {
    rule: "eslint(max-lines)",
    path: verb,
    content: Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line};\n`).join(""),
  },
  { rule: "eslint(no-console)", path: verb, content: "console.log('trained');\n" },
  {
    rule: "eslint(no-console)",
    path: "packages/flux-core/src/build-prompt.ts",
    content: "console.info('built');\n",
  },
  {
    rule: "node(no-process-env)",
    path: verb,
    content: "export const port = process.env['PORT'];\n",
  },
  {
    rule: "eslint(no-restricted-imports)",
    path: verb,
    content: "import { env } from 'node:process';\nexport const port: unknown = env;\n",
  },
  {
    rule: "eslint(no-restricted-imports)",
    path: verb,
    content: "import settings from 'node:process';\nexport const port: unknown = settings;\n",
  },
  {
    rule: "import(no-default-export)",
    path: verb,
    content: "export default function train(): void {}\n",
  },
  {
    rule: "unicorn(filename-case)",
    path: "apps/api/src/models/trainModel.ts",
    content: "export const a = 1;\n",
  },
  {
    rule: "unicorn(filename-case)",
    path: "apps/web/src/gallery/PortraitCard.tsx",
    content: "export const a = 1;\n",
  },
  {
    rule: "unicorn(prefer-node-protocol)",
    path: verb,
    content: "import { join } from 'path';\nexport const path: unknown = join;\n",
  },
  {
    rule: "eslint(eqeqeq)",
    path: verb,
    content: "export function same(a: string, b: string): boolean {\n  return a == b;\n}\n",
  },
  {
    rule: "vitest(no-focused-tests)",
    path: "apps/api/src/models/train-model.test.ts",
    content: "import { expect, it } from 'vitest';\nit.only('trains', () => {\n  expect(1).toBe(1);\n});\n",
  },
  {
    rule: "vitest(expect-expect)",
    path: "apps/api/src/models/train-model.test.ts",
    content: "import { it } from 'vitest';\nit('trains', () => {\n  JSON.stringify(1);\n});\n",
  },
  {
    rule: "react-hooks(rules-of-hooks)",
    path: "apps/web/src/gallery/portrait-card.tsx",
    content:
      "import { useState } from 'react';\nexport function PortraitCard({ kept }: { readonly kept: boolean }): unknown {\n  if (kept) {\n    const [open] = useState(false);\n    return open;\n  }\n  return null;\n}\n",
  },
  {
    rule: "jsx-a11y(alt-text)",
    path: "apps/web/src/gallery/portrait-card.tsx",
    content: "export const card = <img src='/images/portraits/1/480' />;\n",
  },
];

describe("each lint rule sees a planted violation", () => {
  it.each(violations)("$rule in $path", async ({ rule, path, content, files }) => {
    const found = await lintPlanted({ ...files, [path]: content });
    expect(found).toContain(`${path} ${rule}`);
  });
});

describe("what the rules leave alone", () => {
  it.each([
    ["apps/api/src/env.ts", "export const read = process.env;\n"],
    ["tooling/launcher/src/start.ts", "console.log('listening');\n"],
    ["apps/cli/src/main.ts", "console.log('trained');\n"],
    ["apps/web/vite.config.ts", "export default {};\n"],
    [verb, "export async function train(send: () => Promise<void>): Promise<void> {\n  await send();\n}\n"],
  ])("%s passes with its own rights", async (path, content) => {
    expect(await lintPlanted({ [path]: content })).toEqual([]);
  });
});
