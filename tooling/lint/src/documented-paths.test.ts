import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

test("every file that docs/SECURITY.md names is there", () => {
  const text = readFileSync(`${root}docs/SECURITY.md`, "utf8");
  const named = [...text.matchAll(/`(?<path>(?:apps|packages|tooling|docs)\/[^`\s]+)`/gu)].map(
    ({ groups }) => groups?.["path"] ?? "",
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
});
