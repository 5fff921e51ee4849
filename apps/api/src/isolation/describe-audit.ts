import type { AuditReport } from "./audit-isolation.ts";
import type { IsolationProblem } from "./isolation-problem.ts";
import type { PortraitProof } from "./prove-portraits.ts";

const shown = (moment: Date | null): string => moment?.toISOString() ?? "before the log was kept";

/** One line that says whose a portrait is and how that is known. */
export const describeProof = (subjectId: string, proof: PortraitProof): string =>
  `${proof.holds ? "holds" : "DOES NOT HOLD"}: portrait ${proof.portraitId} is subject ${subjectId}'s: ` +
  `generation ${proof.generationId}, let through ${shown(proof.letThroughAt)}, sent ${shown(proof.sentAt)} to ` +
  `${proof.model}:${proof.version.slice(0, 12)}, taken ${shown(proof.acceptedAt)}, stored ${shown(proof.storedAt)}; ` +
  `that version came ${shown(proof.selfiesTrainedAt)} out of training ${proof.trainingId} on ${proof.selfieCount} ` +
  `photos of the same subject${proof.isTakenAsFound ? ", a part of which is older than the log" : ""}`;

/** One line that names the row and what is wrong with it. */
export const describeProblem = ({ code, table, row, message }: IsolationProblem): string =>
  `PROBLEM ${code}: ${table} ${row}: ${message}`;

/** The last lines of an audit. */
export const describeReport = (report: AuditReport): string[] => [
  `${report.subjects} subjects, ${report.portraits} portraits, ${report.entries} entries, ` +
    `${report.closedChains} chains of people who left, ${report.anchors} anchors: ${report.problems} problems.`,
  ...(report.likeAnother === 0
    ? []
    : [
        `${report.likeAnother} portraits measure as another person than their subject; the log names each of them ` +
          "with the alarm another-person.",
      ]),
  report.lastAnchor === null
    ? "There is no anchor yet."
    : `Keep this elsewhere: anchor ${report.lastAnchor.position} is ${report.lastAnchor.hash}`,
];
