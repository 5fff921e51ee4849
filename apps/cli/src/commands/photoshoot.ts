import type { Command } from "commander";
import { addPhotoshootCancel } from "./photoshoot-cancel.ts";
import { addPhotoshootCollections } from "./photoshoot-collections.ts";
import { addPhotoshootDownload } from "./photoshoot-download.ts";
import { addPhotoshootRetry } from "./photoshoot-retry.ts";
import { addPhotoshootShoot } from "./photoshoot-shoot.ts";
import { addPhotoshootShow } from "./photoshoot-show.ts";
import { addPhotoshootStatus } from "./photoshoot-status.ts";
import type { Run } from "./run.ts";

/** `selfsame photoshoot …`: collections of shots, and shoots of them. */
export function addPhotoshoot(program: Command, run: Run): void {
  const photoshoot = program
    .command("photoshoot")
    .description("see collections of shots, have them photographed, and download what was made");
  addPhotoshootCollections(photoshoot, run);
  addPhotoshootShow(photoshoot, run);
  addPhotoshootShoot(photoshoot, run);
  addPhotoshootStatus(photoshoot, run);
  addPhotoshootCancel(photoshoot, run);
  addPhotoshootRetry(photoshoot, run);
  addPhotoshootDownload(photoshoot, run);
}
