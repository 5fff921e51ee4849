import { type Expression, expressions, presets } from "@selfsame/flux-core";
import { type Command, Option } from "commander";

/** What `generate` and `preview` can both be told, beside the brief. */
export interface WishOptions {
  readonly expression?: Expression;
  readonly preset?: string;
}

/** Adds the options that `generate` and `preview` share; a preset's name is the studio's to judge. */
export function addWishOptions(command: Command): Command {
  return command
    .addOption(new Option("--expression <name>", "the face's expression").choices(Object.keys(expressions)))
    .option("--preset <id>", `a set of parameters: ${Object.keys(presets).join(", ")}`);
}
