import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { printedFindings } from "./printed-findings.ts";

it("reads every text beside a package's report, in order, and nothing where there is none", () => {
  const folder = mkdtempSync(join(tmpdir(), "selfsame-findings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of ["b.txt", "a.txt", "vitest.json"])
    writeFileSync(join(folder, file), `text of ${file}\n`);

  const found = printedFindings([
    { name: "@selfsame/api", report: join(folder, "vitest.json") },
    { name: "@selfsame/web", report: join(folder, "nowhere", "vitest.json") },
  ]);

  expect(found).toEqual(["@selfsame/api, a.txt\ntext of a.txt", "@selfsame/api, b.txt\ntext of b.txt"]);
});
