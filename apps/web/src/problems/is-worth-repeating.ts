import type { CallProblem, DomainCode } from "./problem-of.ts";

/** The refusals that pass by themselves; every other one stays until the person changes something. */
const passing: ReadonlySet<DomainCode> = new Set(["provider_unavailable", "storage_unavailable", "internal"]);

/** Whether the same call may end differently the next time: nobody answered, or something was busy. */
export function isWorthRepeating(problem: CallProblem): boolean {
  switch (problem.kind) {
    case "unreachable":
    case "unexpected":
      return true;
    case "stopped":
      return false;
    case "domain":
      return passing.has(problem.domain.code);
  }
}
