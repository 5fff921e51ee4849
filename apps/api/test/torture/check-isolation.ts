import { z } from "zod";
import { sendOrder } from "../../src/operator/send-order.ts";
import { authSecret } from "../create-test-studio.ts";
import type { Aftermath } from "./read-aftermath.ts";

const audit = z.object({
  report: z.object({
    subjects: z.number(),
    portraits: z.number(),
    entries: z.number(),
    anchors: z.number(),
    problems: z.number(),
  }),
  lines: z.array(z.string()),
});

/** What the audit of the isolation turned out to say. */
export interface IsolationFound {
  readonly broken: readonly string[];
  readonly entries: number;
  readonly anchors: number;
}

/** Has the studio audit itself, bytes included, as its operator does, and holds how much it saw against what is there. */
export async function checkIsolation(studioUrl: string, after: Aftermath): Promise<IsolationFound> {
  const studio = { url: studioUrl, secret: authSecret };
  const { report, lines } = audit.parse(
    await sendOrder(studio, "POST", "/operator/audit-isolation", { bytes: true }),
  );
  const unproven = lines.filter((line) => line.startsWith("PROBLEM") || line.startsWith("DOES NOT HOLD"));
  const proven = lines.filter((line) => line.startsWith("holds: portrait")).length;
  const seen = [
    ["subjects", report.subjects, after.subjects.length],
    ["portraits", report.portraits, after.portraits.length],
    ["proofs", proven, after.portraits.length],
  ] as const;
  return {
    broken: [
      ...unproven.map((line) => `the isolation's audit: ${line}`),
      ...seen.flatMap(([what, found, there]) =>
        found === there ? [] : [`the isolation's audit saw ${found} ${what} of ${there}`],
      ),
      ...(report.problems === 0 ? [] : [`the isolation's audit has ${report.problems} problems`]),
    ],
    entries: report.entries,
    anchors: report.anchors,
  };
}
