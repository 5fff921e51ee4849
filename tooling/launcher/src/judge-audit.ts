import { z } from "zod";

/** A finding that is known and let be, for a reason and for a time. */
export interface AllowedAdvisory {
  /** For example `GHSA-xxxx-xxxx-xxxx`. */
  readonly id: string;
  readonly reason: string;
  /** The last day on which it is let be, as `2026-12-31`. */
  readonly until: string;
}

/** What an audit of the installed packages came to. */
export type AuditVerdict =
  | { readonly outcome: "passed" }
  | { readonly outcome: "failed"; readonly findings: readonly string[] }
  | { readonly outcome: "not run"; readonly why: string };

const audit = z.object({
  advisories: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      module_name: z.string(),
      title: z.string(),
      github_advisory_id: z.string(),
    }),
  ),
});

const serious = new Set(["high", "critical"]);

/**
 * Judges what `pnpm audit --json` printed. Only what a registry says fails; where none answers, nothing was found and
 * nothing is claimed.
 *
 * @param today as `2026-12-31`
 */
export function judgeAudit(
  printed: string,
  allowed: readonly AllowedAdvisory[],
  today: string,
): AuditVerdict {
  const read = audit.safeParse(parsed(printed));
  if (!read.success) return { outcome: "not run", why: firstLine(printed) };
  const findings = Object.values(read.data.advisories)
    .filter(({ severity }) => serious.has(severity))
    .filter(({ github_advisory_id: id }) => !allowed.some((one) => one.id === id && today <= one.until))
    .map(
      ({ severity, module_name: name, title, github_advisory_id: id }) =>
        `${name} (${severity}, ${id}): ${title}`,
    );
  return findings.length === 0 ? { outcome: "passed" } : { outcome: "failed", findings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No report: the registry did not answer, or answered something else.
    return undefined;
  }
}

const firstLine = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => /[a-z]/iu.test(line)) ?? "no registry answered";
