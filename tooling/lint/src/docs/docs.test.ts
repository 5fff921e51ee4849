import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { documentsOf } from "./documents.ts";
import { findMissingPaths } from "./find-missing-paths.ts";
import { findUnknownScripts } from "./find-unknown-scripts.ts";
import { findUnknownSettings } from "./find-unknown-settings.ts";
import { knownScripts } from "./known-scripts.ts";
import { knownSettings } from "./known-settings.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const documents = documentsOf(root);
const scripts = knownScripts(root);
const settings = knownSettings(root);

describe("the documentation", () => {
  test("is found: every page of it", () => {
    const paths = documents.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "README.md",
        "docs/SECURITY.md",
        "apps/cli/README.md",
        "packages/flux-core/README.md",
      ]),
    );
    expect(paths.filter((path) => path.startsWith("docs/decisions/")).length).toBeGreaterThan(10);
  });

  test("names no path that is not there", () => {
    expect(documents.flatMap((document) => findMissingPaths(document, root))).toEqual([]);
  });

  test("names no script that is not there", () => {
    expect(documents.flatMap((document) => findUnknownScripts(document, scripts))).toEqual([]);
  });

  test("names no setting that nothing reads", () => {
    expect(documents.flatMap((document) => findUnknownSettings(document, settings))).toEqual([]);
  });
});

describe("a planted mistake is seen", () => {
  const page = (text: string, path = "docs/PAGE.md") => ({ path, text });

  test.each([
    ["`apps/api/src/gone.ts`", "docs/PAGE.md: apps/api/src/gone.ts"],
    ["`packages/*/gone.ts`", "docs/PAGE.md: packages/*/gone.ts"],
    ["[there](GONE.md#part)", "docs/PAGE.md: docs/GONE.md"],
    ["[there](../gone)", "docs/PAGE.md: gone"],
  ])("in the path of %s", (text, fault) => {
    expect(findMissingPaths(page(text), root)).toEqual([fault]);
  });

  test.each([
    ["`npm run gone`", "docs/PAGE.md", "npm run gone"],
    ["```sh\nnpm gone -- --now\n```", "docs/PAGE.md", "npm gone"],
    ["`pnpm --filter @selfsame/api gone`", "docs/PAGE.md", "pnpm --filter @selfsame/api gone"],
    ["`pnpm mutation`", "apps/api/README.md", "pnpm mutation"],
  ])("in the script of %s", (text, path, said) => {
    expect(findUnknownScripts(page(text, path), scripts)).toEqual([`${path}: ${said}`]);
  });

  test("in the name of a setting", () => {
    expect(findUnknownSettings(page("Set `DATABASE_URI` or DATABASE_URL."), settings)).toEqual([
      "docs/PAGE.md: DATABASE_URI",
    ]);
  });

  test("and what is right is let through", () => {
    const right = page(
      "`apps/api/src/main.ts`, [all](../README.md#parts), `npm start`, `pnpm --filter @selfsame/api test`",
    );
    expect(findMissingPaths(right, root)).toEqual([]);
    expect(findUnknownScripts(right, scripts)).toEqual([]);
  });
});
