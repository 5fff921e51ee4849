import type { Command } from "commander";

const id = "0197a1c2-7b7e-7000-8000-5d0c3f7e9a11";

/** For each command, by its whole name, what one types; a command without any fails a test. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  "sign-up": ["sign-up you@example.org"],
  "sign-in": ["sign-in you@example.org", "sign-in you@example.org --password-stdin < password.txt"],
  "sign-out": ["sign-out"],
  whoami: ["whoami", "whoami --json"],
  consent: ["consent", "consent --adult --own-face"],
  "selfies add": ["selfies add ~/Pictures/me", "selfies add one.jpg two.heic --json"],
  "selfies add-drawn": ["selfies add-drawn"],
  "selfies check": ["selfies check"],
  "selfies list": ["selfies list --json"],
  "selfies remove": [`selfies remove ${id}`],
  train: ["train", "train --no-wait --json"],
  preview: ['preview "by a window, rain outside" --expression calm'],
  generate: [
    'generate "by a window, rain outside" --outputs 2 --output portraits',
    'generate "at sea, wind" --preset strong-likeness --seed 7 --json',
    `generate "at sea, wind" --no-wait --key ${id}`,
  ],
  gallery: ["gallery", "gallery --kept --download portraits", "gallery --limit 200 --json"],
  "gallery download": ["gallery download", "gallery download portraits.zip --kept --limit 20"],
  portrait: [`portrait ${id}`],
  enhance: [`enhance ${id}`, `enhance ${id} --level medium --no-wait --json`],
  "photoshoot collections": ["photoshoot collections"],
  "photoshoot show": ["photoshoot show plain-walls --each 2"],
  "photoshoot shoot": [
    "photoshoot shoot plain-walls",
    "photoshoot shoot last-light --each 2 --preset strong-likeness --no-wait --json",
  ],
  "photoshoot status": ["photoshoot status", `photoshoot status ${id} --wait`],
  "photoshoot retry": [`photoshoot retry ${id} 3`],
  "photoshoot cancel": [`photoshoot cancel ${id}`, `photoshoot cancel ${id} --shot 3`],
  "photoshoot download": [`photoshoot download ${id} sheet.zip`],
  figures: ["figures --by preset"],
  status: ["status", "status --wait"],
  credits: ["credits", "credits --cap 50"],
  export: ["export", "export everything.zip"],
  "token make": [
    'token make "a nightly backup"',
    'token make "my website" --scope read generate --days 30',
    'token make "this shell" --json',
  ],
  "token list": ["token list"],
  "token revoke": [`token revoke ${id}`],
  "maya say": ['maya say "for the jacket of my book, calm"', 'maya say "closer, two of each" --json'],
  "maya list": ["maya list --limit 5"],
  "maya show": ["maya show", `maya show ${id}`],
  "maya make": ["maya make 2 --output portraits", "maya make 1 --no-wait --json"],
  "lab ready": ["lab ready"],
  "lab run": ["lab run design.json --budget 60", "lab run design.json --no-wait --json"],
  "lab list": ["lab list --limit 5"],
  "lab status": [`lab status ${id} --wait`],
  "lab verdict": [`lab verdict ${id}`],
  "lab stop": [`lab stop ${id}`],
  "lab resume": [`lab resume ${id} --budget 20`],
  "lab export": [`lab export ${id}`],
  measure: ["measure --references ./my-photos ./portraits", "measure --selfies ./my-photos --json"],
  "completion bash": ["completion bash >> ~/.bashrc"],
  "completion zsh": ["completion zsh >> ~/.zshrc"],
  "completion fish": ["completion fish > ~/.config/fish/completions/selfsame.fish"],
};

/** Every command that does something, by its whole name. */
export const commandsOf = (group: Command, before: readonly string[] = []): [string, Command][] =>
  group.commands.flatMap((command): [string, Command][] => {
    const path = [...before, command.name()];
    // A group that takes options of its own does something by itself, too.
    const isAct = command.commands.length === 0 || command.options.length > 0;
    return [...(isAct ? [[path.join(" "), command] as [string, Command]] : []), ...commandsOf(command, path)];
  });

/** Puts examples at the end of every command's help. */
export function addExamples(program: Command): void {
  for (const [name, command] of commandsOf(program)) {
    const lines = examples[name] ?? [];
    if (lines.length > 0)
      command.addHelpText("after", `\nExamples:\n${lines.map((line) => `  selfsame ${line}`).join("\n")}`);
  }
}
