import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import * as fluxCore from "../src/index.ts";
import {
  checkedModule,
  docstringExamples,
  readmeExamples,
  type DocumentedExample,
} from "./documented-examples.ts";

// Inside the package, so that its own name resolves to its sources.
const directory = join(import.meta.dirname, "..", ".report", "examples");
const exportedNames = Object.keys(fluxCore);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function seenBy({ name, code }: DocumentedExample): Promise<readonly (readonly [unknown, unknown])[]> {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name.replaceAll(/\W+/g, "-")}.ts`);
  writeFileSync(file, checkedModule(code, exportedNames));
  // Safe: checkedModule writes exactly this export.
  const { seen } = (await import(pathToFileURL(file).href)) as { seen: [unknown, unknown][] };
  return seen;
}

describe("the README", () => {
  const examples = readmeExamples();

  test("shows the five things one does with the package", () => {
    expect(examples.map(({ name }) => name.slice(0, 2))).toEqual(["1.", "2.", "3.", "4.", "5."]);
  });

  test.each(examples)("is right about “$name”", async (example) => {
    const seen = await seenBy(example);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(([is]) => is)).toEqual(seen.map(([, said]) => said));
  });
});

describe("the docstrings", () => {
  const examples = docstringExamples();

  test("show an example of every exported value", () => {
    const shown = examples.map(({ code }) => code).join("\n");
    const undocumented = exportedNames.filter((name) => !new RegExp(`\\b${name}\\b`).test(shown));
    expect(undocumented).toEqual([]);
  });

  test.each(examples)("of $name are right", async (example) => {
    const seen = await seenBy(example);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(([is]) => is)).toEqual(seen.map(([, said]) => said));
  });
});
