const pollFirstMs = 1_000;
const pollAtMostMs = 10_000;
const backstopMs = 30_000;

/**
 * When open work is looked at next. Where webhooks tell of it, looking is only the backstop; where none can reach
 * the studio, it is the way to know, and slows down from 1 to 10 seconds.
 *
 * @param checkCount how often it has been looked at already
 */
export const nextCheck = (now: Date, checkCount: number, hasWebhooks: boolean): Date => {
  const waitMs = hasWebhooks ? backstopMs : Math.min(pollAtMostMs, pollFirstMs * 1.25 ** checkCount);
  return new Date(now.getTime() + waitMs);
};
