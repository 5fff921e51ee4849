/** A stretch of time in which spending is counted: `from` belongs to it, `until` does not. */
export interface SpendingPeriod {
  readonly from: Date;
  readonly until: Date;
}

/** The calendar month, in UTC, that a moment lies in. */
export const monthOf = (moment: Date): SpendingPeriod => ({
  from: new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1)),
  until: new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 1)),
});

/** The calendar day, in UTC, that a moment lies in. */
export const dayOf = (moment: Date): SpendingPeriod => ({
  from: new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate())),
  until: new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate() + 1)),
});
