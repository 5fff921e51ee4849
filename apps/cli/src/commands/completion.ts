import type { Command } from "commander";
import { candidatesFor } from "./candidates-for.ts";
import type { Run } from "./run.ts";

/** Each asks `selfsame completion words` what may stand there, and falls back to files. */
const scripts = {
  bash: [
    "_selfsame() {",
    "  local IFS=$'\\n'",
    '  COMPREPLY=($(selfsame completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))',
    "}",
    "complete -o default -F _selfsame selfsame",
  ],
  zsh: [
    "_selfsame() {",
    "  local -a found",
    '  found=("${(@f)$(selfsame completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")',
    "  if [[ -n $found ]]; then compadd -a found; else _files; fi",
    "}",
    "compdef _selfsame selfsame",
  ],
  fish: [
    "complete -c selfsame -a '(selfsame completion words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'",
  ],
} as const;

const examples = `
How to have it:
  eval "$(selfsame completion bash)"                                  # in ~/.bashrc
  eval "$(selfsame completion zsh)"                                   # in ~/.zshrc, after compinit
  selfsame completion fish > ~/.config/fish/completions/selfsame.fish`;

/** `selfsame completion …`: what a shell needs to complete this program's commands, options and their values. */
export function addCompletion(program: Command, run: Run): void {
  const completion = program
    .command("completion")
    .description("print what completes selfsame in a shell")
    .addHelpText("after", examples);
  for (const [shell, script] of Object.entries(scripts))
    completion
      .command(shell)
      .description(`for ${shell}`)
      .action(() => run(() => Promise.resolve({ document: { script: script.join("\n") }, lines: script })));
  completion
    .command("words", { hidden: true })
    .argument("[words...]")
    .action((words: string[]) =>
      run(() => {
        const candidates = candidatesFor(program, words);
        return Promise.resolve({ document: { candidates }, lines: candidates });
      }),
    );
}
