import type { Studio } from "../studio/studio.ts";
import type { SpendingPeriod } from "./spending-period.ts";
import type { GrantSum, LedgerFault, WorkSum } from "./studio-ledger.ts";

/** The ledger of a period held against what the provider has said of the same work. */
export interface SpendingReport {
  readonly from: string;
  readonly until: string;
  readonly grants: readonly GrantSum[];
  readonly work: readonly WorkSum[];
  /** In words, every number of the two sides that should agree and does not; none is what is wanted. */
  readonly disagreements: readonly string[];
  /** What does not add up in any ledger, whenever it was written. */
  readonly faults: readonly LedgerFault[];
}

const mostFaults = 100;

/** Reports on the work that was begun in a period, and audits all ledgers. */
export const reportSpending = async (studio: Studio, period: SpendingPeriod): Promise<SpendingReport> => {
  const work = await studio.ledger.spendingBetween(period);
  return {
    from: period.from.toISOString(),
    until: period.until.toISOString(),
    grants: await studio.ledger.grantsBetween(period),
    work,
    disagreements: work.flatMap(disagreementsOf),
    faults: await studio.ledger.faults(mostFaults),
  };
};

const disagreementsOf = ({ work, settledUnaccepted, differing }: WorkSum): string[] => [
  ...(settledUnaccepted > 0
    ? [`${settledUnaccepted} of kind ${work} were charged though the provider never took them`]
    : []),
  ...(differing > 0
    ? [`${differing} of kind ${work} were charged for another amount than was delivered`]
    : []),
];
