import type { Command, Option } from "commander";

const flagsOf = ({ short, long }: Option): string[] => [long, short].filter((flag) => flag !== undefined);

/**
 * What may stand where somebody is typing: commands, options, or an option's choices. Nothing where a file or words of
 * one's own are meant.
 *
 * @param words what stands behind `selfsame`, the last one as far as it is typed
 * @example candidatesFor(program, ["token", ""]) // ["make", "list", "revoke"]
 */
export function candidatesFor(program: Command, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? "";
  let command = program;
  let expecting: Option | undefined;
  for (const word of words.slice(0, -1)) {
    const options = [...command.options, ...program.options];
    if (word.startsWith("-")) {
      const option = options.find((each) => flagsOf(each).includes(word));
      expecting = option !== undefined && (option.required || option.optional) ? option : undefined;
    } else {
      if (expecting === undefined) command = command.commands.find((each) => each.name() === word) ?? command;
      // One that takes several goes on until the next option.
      if (expecting?.variadic !== true) expecting = undefined;
    }
  }
  const asked = typed.startsWith("-")
    ? [...new Set([...command.options, ...program.options].flatMap(flagsOf)), "--help"]
    : expecting !== undefined
      ? (expecting.argChoices ?? [])
      : command.commands.map((each) => each.name());
  return asked.filter((candidate) => candidate.startsWith(typed));
}
