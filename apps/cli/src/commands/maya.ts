import type { Command } from "commander";
import { addMayaList } from "./maya-list.ts";
import { addMayaMake } from "./maya-make.ts";
import { addMayaSay } from "./maya-say.ts";
import { addMayaShow } from "./maya-show.ts";
import type { Run } from "./run.ts";

/** `selfsame maya …`: conversations with the stylist, and what is made of her cards. */
export function addMaya(program: Command, run: Run): void {
  const maya = program.command("maya").description("talk with Maya, the stylist, and make her cards");
  addMayaSay(maya, run);
  addMayaList(maya, run);
  addMayaShow(maya, run);
  addMayaMake(maya, run);
}
