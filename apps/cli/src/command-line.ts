import { Command, type CommanderError } from "commander";
import { defaultServer } from "./client/server-address.ts";
import { addCompletion } from "./commands/completion.ts";
import { addConsent } from "./commands/consent.ts";
import { addCredits } from "./commands/credits.ts";
import { addExamples } from "./commands/examples.ts";
import { addEnhance } from "./commands/enhance.ts";
import { addExport } from "./commands/export.ts";
import { addFigures } from "./commands/figures.ts";
import { addGallery } from "./commands/gallery.ts";
import { addGenerate } from "./commands/generate.ts";
import { addLab } from "./commands/lab.ts";
import { addMaya } from "./commands/maya.ts";
import { addMeasure } from "./commands/measure.ts";
import { addPortrait } from "./commands/portrait.ts";
import { addPhotoshoot } from "./commands/photoshoot.ts";
import { addPreview } from "./commands/preview.ts";
import type { Run } from "./commands/run.ts";
import { addSelfies } from "./commands/selfies.ts";
import { addSignIn } from "./commands/sign-in.ts";
import { addSignOut } from "./commands/sign-out.ts";
import { addSignUp } from "./commands/sign-up.ts";
import { addStatus } from "./commands/status.ts";
import { addToken } from "./commands/token.ts";
import { addTrain } from "./commands/train.ts";
import { addWhoami } from "./commands/whoami.ts";

const endsOfHelp = `
Exit codes:
  0    done
  1    unexpected: a defect, here or in the studio
  2    bad input: the command line, a file or a brief is wrong
  3    not signed in, or a wrong password
  4    refused by the studio: consent, selfies, credits or a ready model are missing
  5    the studio or its provider is unavailable
  6    ended without what was asked for: a failed training, withheld portraits
  130  interrupted

Environment:
  SELFSAME_SERVER      the studio's address, when --server names none
  SELFSAME_PASSWORD    the password for sign-in and sign-up
  SELFSAME_TOKEN       an access token, used instead of a session: selfsame token make
  SELFSAME_CONFIG_DIR  where sessions are kept, instead of the system's own place

The way through:
  selfsame sign-up you@example.org
  selfsame consent
  selfsame selfies add ~/Pictures/me
  selfsame train
  selfsame generate "reading by a window, late afternoon" --outputs 2 --output portraits`;

/** How the command line is wired to what runs it. */
export interface CommandLineParts {
  readonly run: Run;
  /** Takes the text of `--help`. */
  readonly writeHelp: (text: string) => void;
  /** Called in place of an exit, with the command at fault as it was typed; must throw. */
  readonly onExit: (error: CommanderError, command: string) => never;
}

/** Options that every command takes, before or after its name. */
export interface SharedOptions {
  readonly server?: string;
  readonly json?: true;
}

/** Everything that can be typed after `selfsame`. */
export function commandLine({ run, writeHelp, onExit }: CommandLineParts): Command {
  const program = new Command("selfsame")
    .description("Selfsame, a portrait studio that still looks like you, from the terminal.")
    .option("--server <url>", `the studio's address (default: $SELFSAME_SERVER, else ${defaultServer})`)
    .option("--json", "print one JSON document, and errors as JSON, and ask nothing")
    .configureOutput({ writeOut: writeHelp, writeErr: () => undefined })
    .addHelpText("after", endsOfHelp);
  addSignUp(program, run);
  addSignIn(program, run);
  addSignOut(program, run);
  addWhoami(program, run);
  addConsent(program, run);
  addSelfies(program, run);
  addTrain(program, run);
  addPreview(program, run);
  addGenerate(program, run);
  addMaya(program, run);
  addPhotoshoot(program, run);
  addEnhance(program, run);
  addGallery(program, run);
  addPortrait(program, run);
  addFigures(program, run);
  addStatus(program, run);
  addCredits(program, run);
  addExport(program, run);
  addToken(program, run);
  addLab(program, run);
  addMeasure(program, run);
  addCompletion(program, run);
  addExamples(program);
  tellExits(program, program.name(), onExit);
  return program;
}

function tellExits(command: Command, name: string, onExit: CommandLineParts["onExit"]): void {
  command.exitOverride((error) => onExit(error, name));
  for (const inner of command.commands) tellExits(inner, `${name} ${inner.name()}`, onExit);
}
