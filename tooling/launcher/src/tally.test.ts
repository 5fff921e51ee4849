import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { countLine, tallyPackage, tallyTable } from "./tally.ts";

interface FileReport {
  readonly name?: string;
  readonly status?: string;
  readonly message?: string;
  readonly tests?: readonly (readonly [fullName: string, status: string])[];
}

function tallyOf(files: readonly FileReport[], success = true) {
  const folder = mkdtempSync(join(tmpdir(), "selfsame-tally-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "vitest.json");
  const testResults = files.map(({ name = "a.test.ts", status = "passed", message = "", tests = [] }) => ({
    name,
    status,
    message,
    assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
  }));
  writeFileSync(file, JSON.stringify({ success, testResults }));
  return tallyPackage("@selfsame/api", file);
}

describe("tallyPackage", () => {
  it("counts each test by its outcome and keeps the titles of what did not pass", () => {
    const tests = [
      ["trains", "passed"],
      ["refuses", "failed"],
      ["races (one connection only)", "skipped"],
      ["later", "todo"],
    ] as const;
    expect(tallyOf([{ status: "failed", tests }], false)).toEqual({
      name: "@selfsame/api",
      passed: 1,
      failed: ["refuses"],
      skipped: ["races (one connection only)", "later"],
    });
  });

  it("counts a report that is not there as a failure", () => {
    const { passed, failed } = tallyPackage("@selfsame/api", "/nowhere/vitest.json");
    expect({ passed, failed }).toEqual({ passed: 0, failed: ["its tests did not run"] });
  });

  it("counts a file that could not be loaded as a failure, with the first line of why", () => {
    const { failed } = tallyOf([{ status: "failed", message: "Cannot find x\n  at y" }], false);
    expect(failed).toEqual(["a.test.ts: Cannot find x"]);
  });

  it("counts an error outside every test as a failure", () => {
    const { passed, failed } = tallyOf([{ tests: [["trains", "passed"]] }], false);
    expect({ passed, failed }).toEqual({ passed: 1, failed: ["an error outside every test"] });
  });
});

describe("the end of a test run", () => {
  const lint = { name: "lint", passed: 1, failed: [], skipped: [] };

  it("sums every part in one line", () => {
    const api = { name: "api", passed: 40, failed: ["refuses"], skipped: [] };
    expect(countLine([lint, api])).toBe("41 passed, 1 failed");
  });

  it("names how many were skipped where some were", () => {
    const api = { name: "api", passed: 2, failed: [], skipped: ["no photographs"] };
    expect(countLine([lint, api])).toBe("3 passed, 0 failed, 1 skipped");
  });

  it("lists what failed and what was skipped by title", () => {
    const api = { name: "api", passed: 2, failed: ["refuses"], skipped: ["no photographs"] };
    expect(tallyTable([lint, api])).toBe(
      [
        "lint    1 passed  0 failed",
        "api     2 passed  1 failed  1 skipped",
        "Skipped:",
        "  api: no photographs",
        "Failed:",
        "  api: refuses",
      ].join("\n"),
    );
  });
});
