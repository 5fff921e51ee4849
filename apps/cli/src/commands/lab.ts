import type { Command } from "commander";
import { addLabExport } from "./lab-export.ts";
import { addLabList } from "./lab-list.ts";
import { addLabReady } from "./lab-ready.ts";
import { addLabResume } from "./lab-resume.ts";
import { addLabRun } from "./lab-run.ts";
import { addLabStatus } from "./lab-status.ts";
import { addLabStop } from "./lab-stop.ts";
import { addLabVerdict } from "./lab-verdict.ts";
import type { Run } from "./run.ts";

/** `selfsame lab …`: experiments that compare ways of making portraits. */
export function addLab(program: Command, run: Run): void {
  const lab = program.command("lab").description("compare ways of making your portraits");
  addLabReady(lab, run);
  addLabRun(lab, run);
  addLabList(lab, run);
  addLabStatus(lab, run);
  addLabVerdict(lab, run);
  addLabStop(lab, run);
  addLabResume(lab, run);
  addLabExport(lab, run);
}
