import type { Command } from "commander";
import type { Run } from "./run.ts";
import { addSelfiesAdd } from "./selfies-add.ts";
import { addSelfiesAddDrawn } from "./selfies-add-drawn.ts";
import { addSelfiesCheck } from "./selfies-check.ts";
import { addSelfiesList } from "./selfies-list.ts";
import { addSelfiesRemove } from "./selfies-remove.ts";

/** `selfsame selfies …`: the photos a training learns from. */
export function addSelfies(program: Command, run: Run): void {
  const selfies = program.command("selfies").description("add, check, list and remove your selfies");
  addSelfiesAdd(selfies, run);
  addSelfiesAddDrawn(selfies, run);
  addSelfiesCheck(selfies, run);
  addSelfiesList(selfies, run);
  addSelfiesRemove(selfies, run);
}
