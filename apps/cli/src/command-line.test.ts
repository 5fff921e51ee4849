import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { commandLine } from "./command-line.ts";
import { exitCodes } from "./failures/exit-code.ts";
import { FailureError } from "./failures/failure.ts";
import { usageFailureOf } from "./failures/usage-failure-of.ts";

class Left extends Error {}

/** What reading these words comes to: a failure, a help text, or a command that is run. */
async function read(...words: string[]) {
  let help = "";
  let ran = false;
  const program = commandLine({
    run: async () => {
      ran = true;
      await Promise.resolve();
    },
    writeHelp: (text) => {
      help += text;
    },
    onExit: (error, command) => {
      if (error.exitCode === 0) throw new Left();
      throw new FailureError(usageFailureOf(error, command));
    },
  });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof FailureError) return { failure: error.failure, help, ran };
    if (!(error instanceof Left)) throw error;
  }
  return { failure: null, help, ran };
}

describe("commandLine", () => {
  it.each([
    {
      words: ["generate"],
      message: "Missing required argument 'brief'.",
      field: "brief",
      help: "selfsame generate",
    },
    {
      words: ["selfies", "add"],
      message: "Missing required argument 'paths'.",
      field: "paths",
      help: "selfsame selfies add",
    },
    {
      words: ["generate", "x", "--bogus"],
      message: "Unknown option '--bogus'.",
      field: "bogus",
      help: "selfsame generate",
    },
    { words: ["juggle"], message: "Unknown command 'juggle'.", field: "command", help: "selfsame" },
    { words: [], message: "Say what to do after selfsame.", field: null, help: "selfsame" },
    {
      words: ["selfies"],
      message: "Say what to do after selfsame selfies.",
      field: null,
      help: "selfsame selfies",
    },
    {
      words: ["generate", "x", "--outputs", "2.5"],
      message: "Option '--outputs <number>' argument '2.5' is invalid. It must be a whole number.",
      field: "outputs",
      help: "selfsame generate",
    },
    {
      words: ["gallery", "--limit", "0"],
      message: "Option '--limit <number>' argument '0' is invalid. It must be at least 1.",
      field: "limit",
      help: "selfsame gallery",
    },
  ])(
    "refuses $words with the field at fault and where the help is",
    async ({ words, message, field, help }) => {
      const { failure, ran } = await read(...words);
      expect(failure).toEqual({
        code: "usage",
        message,
        fix: `See ${help} --help.`,
        field,
        exitCode: exitCodes.badInput,
      });
      expect(ran).toBe(false);
    },
  );

  it("names the expressions there are when it does not know one", async () => {
    const { failure } = await read("generate", "x", "--expression", "smug");
    expect(failure).toMatchObject({ field: "expression" });
    expect(failure?.message).toContain("soft-smile");
  });

  it.each([[["--json", "train"]], [["train", "--json"]], [["generate", "--server", "http://studio", ""]]])(
    "takes the shared options on either side of the command: %j",
    async (words) => expect(await read(...words)).toMatchObject({ failure: null, ran: true }),
  );

  it("explains every exit code in its help, and so does the README", async () => {
    const { help } = await read("--help");
    const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
    for (const code of Object.values(exitCodes)) {
      expect(help).toMatch(new RegExp(`^  ${code} +\\S`, "m"));
      expect(readme).toMatch(new RegExp(`^\\| ${code} \\| \\S`, "m"));
    }
  });
});
