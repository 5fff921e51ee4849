import { describe, expect, it } from "vitest";
import { exitCodes } from "../failures/exit-code.ts";
import { printFailure, printResult } from "./print.ts";

const printed = (json: boolean) => {
  const written = { stdout: "", stderr: "" };
  const into = (name: keyof typeof written) => ({
    write: (text: string | Uint8Array) => {
      written[name] += String(text);
      return true;
    },
  });
  return { written, printer: { json, stdout: into("stdout"), stderr: into("stderr") } };
};

const failure = {
  code: "c",
  message: "It broke.",
  fix: "Mend it.",
  field: "brief",
  exitCode: exitCodes.badInput,
};

describe("printResult", () => {
  it("prints one document and nothing else with --json", () => {
    const { printer, written } = printed(true);
    printResult(printer, { document: { name: "a\u001B[2J" }, lines: ["a line"] });
    expect(written.stderr).toBe("");
    expect(JSON.parse(written.stdout)).toEqual({ name: "a\u001B[2J" });
    expect(written.stdout).not.toContain("\u001B");
  });

  it("prints lines that cannot steer the terminal", () => {
    const { printer, written } = printed(false);
    printResult(printer, { document: {}, lines: ["one", "two\u001B]0;title\u0007"] });
    expect(written).toEqual({ stdout: "one\ntwo\uFFFD]0;title\uFFFD\n", stderr: "" });
  });

  it("prints nothing when there is nothing to say", () => {
    const { printer, written } = printed(false);
    printResult(printer, { document: {}, lines: [] });
    expect(written).toEqual({ stdout: "", stderr: "" });
  });
});

describe("printFailure", () => {
  it("prints code, message, fix and field as JSON to stderr, and leaves the exit code to the exit", () => {
    const { printer, written } = printed(true);
    printFailure(printer, failure);
    expect(written.stdout).toBe("");
    expect(JSON.parse(written.stderr)).toEqual({
      error: { code: "c", message: "It broke.", fix: "Mend it.", field: "brief" },
    });
  });

  it("prints what happened and what to do for a person", () => {
    const { printer, written } = printed(false);
    printFailure(printer, failure);
    expect(written).toEqual({ stdout: "", stderr: "It broke.\nMend it.\n" });
  });
});
