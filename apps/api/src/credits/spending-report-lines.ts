import type { SpendingReport } from "./report-spending.ts";
import type { WorkSum } from "./studio-ledger.ts";

/** Puts a report into lines for a terminal. Seconds are the provider's own; money is not known here and not said. */
export const spendingReportLines = (report: SpendingReport): string[] => [
  `Spending on work begun from ${report.from} until ${report.until}`,
  "",
  ...(report.grants.length === 0
    ? ["No credits came in."]
    : report.grants.map(
        ({ reason, grants, credits }) => `${credits} credits came in by ${reason} (${grants})`,
      )),
  ...(report.work.length === 0 ? ["No paid work was begun."] : report.work.flatMap(linesOf)),
  "",
  ...(report.disagreements.length === 0
    ? ["The ledger and the provider agree."]
    : report.disagreements.map((line) => `DISAGREES: ${line}`)),
  ...(report.faults.length === 0
    ? ["Every ledger adds up."]
    : report.faults.map(({ subjectId, fault }) => `DOES NOT ADD UP: ${fault} (subject ${subjectId})`)),
];

const linesOf = (sum: WorkSum): string[] => [
  "",
  `${sum.work}: ${sum.begun} begun, ${sum.underWay} under way, ${sum.delivered} ${sum.work === "generation" ? "portraits delivered" : "ready"}`,
  `  credits    ${sum.reserved} reserved = ${sum.settled} spent + ${sum.released} given back + ${sum.held} held`,
  `  provider   ${sum.accepted} accepted, ${sum.predictSeconds.toFixed(1)} s worked; ${sum.untold} ended without saying how long`,
  `  in vain    ${sum.acceptedInVain} accepted and nothing delivered, ${sum.predictSecondsInVain.toFixed(1)} s`,
  ...(sum.unreserved === 0 ? [] : [`  ${sum.unreserved} are from before there were credits`]),
];
