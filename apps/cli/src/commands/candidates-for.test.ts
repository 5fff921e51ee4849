import { describe, expect, it } from "vitest";
import { commandLine } from "../command-line.ts";
import { candidatesFor } from "./candidates-for.ts";

const program = commandLine({
  run: () => Promise.resolve(),
  writeHelp: () => undefined,
  onExit: (error) => {
    throw error;
  },
});

describe("candidatesFor", () => {
  it.each([
    [["gen"], ["generate"]],
    [
      ["token", ""],
      ["make", "list", "revoke"],
    ],
    [["--json", "token", "r"], ["revoke"]],
    [["--server", "http://studio", "token", "l"], ["list"]],
    [
      ["token", "make", "it", "--scope", "g"],
      ["generate", "gallery"],
    ],
    [["token", "make", "it", "--scope", "read", "ge"], ["generate"]],
    [
      ["generate", "x", "--outp"],
      ["--outputs", "--output"],
    ],
    [["generate", "x", "--js"], ["--json"]],
    [["generate", ""], []],
    [["selfies", "add", ""], []],
    [["dance", "--"], expect.arrayContaining(["--server", "--json", "--help"])],
  ])("offers for %j what may stand there", (words, candidates) => {
    expect(candidatesFor(program, words)).toEqual(candidates);
  });

  it("offers every command there is", () => {
    expect(candidatesFor(program, [""])).toEqual(program.commands.map((command) => command.name()));
  });
});
