import { execFile } from "node:child_process";
import { allowedAdvisories } from "./allowed-advisories.ts";
import { type AuditVerdict, judgeAudit } from "./judge-audit.ts";

const patienceMs = 30_000;

/** Asks the registry for known holes in the installed packages. */
export function auditPackages(folder: string): Promise<AuditVerdict> {
  const args = ["audit", "--json", "--audit-level", "high"];
  const options = { cwd: folder, timeout: patienceMs, maxBuffer: 50_000_000 };
  return new Promise((resolve) => {
    // It ends with an error when it finds something as well as when nobody answers: what it printed tells which.
    execFile("pnpm", args, options, (_error, printed, problems) => {
      const today = new Date().toISOString().slice(0, 10);
      resolve(judgeAudit(printed.trim() === "" ? problems : printed, allowedAdvisories, today));
    });
  });
}
