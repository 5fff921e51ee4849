import { describe, expect, it } from "vitest";
import { commandLine } from "../src/command-line.ts";
import { commandsOf, examples } from "../src/commands/examples.ts";
import { commandsIn, type DocumentedCommand, documentedCommands } from "./documented-commands.ts";

/** What a page may leave to the reader: an argument, or the command behind a group. */
const leftToTheReader = new Set(["commander.help", "commander.helpDisplayed", "commander.missingArgument"]);

/** What is wrong with a command line; null when it would run, or lacks only what the reader fills in. */
async function faultIn({ words }: DocumentedCommand): Promise<string | null> {
  const program = commandLine({
    run: () => Promise.resolve(),
    writeHelp: () => undefined,
    onExit: (error) => {
      throw error;
    },
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return null;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return leftToTheReader.has(String(error.code)) ? null : error.message;
  }
}

describe("the commands that the documentation shows", () => {
  it("are all there, with every option", async () => {
    const commands = documentedCommands();
    expect(commands.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const command of commands) {
      const fault = await faultIn(command);
      if (fault !== null) faults.push(`${command.page}: selfsame ${command.words.join(" ")}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it("are shown in the help of each, and what is shown there is right", async () => {
    const program = commandLine({
      run: () => Promise.resolve(),
      writeHelp: () => undefined,
      onExit: (error) => {
        throw error;
      },
    });
    const names = commandsOf(program).map(([name]) => name);
    expect(Object.keys(examples).toSorted()).toEqual(
      names.filter((name) => name !== "completion words").toSorted(),
    );
    for (const [name, lines] of Object.entries(examples)) {
      for (const line of lines) {
        const [command] = commandsIn(name, `\`selfsame ${line}\``);
        expect(`${line}: ${String(command && (await faultIn(command)))}`).toBe(`${line}: null`);
        expect(line.startsWith(name)).toBe(true);
      }
    }
  });

  it.each([
    ["`selfsame dance`", "dance"],
    ['```sh\nselfsame generate "x" --bogus # says so\n```', "--bogus"],
    ["$ `token=$(selfsame token make it --scope fly --json | jq)`", "fly"],
  ])("are looked at: %s is seen", async (text, named) => {
    const [command] = commandsIn("PAGE.md", text);
    expect(command && (await faultIn(command))).toContain(named);
  });
});
