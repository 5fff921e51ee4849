/** No attempt of a paid request begins later than this after its intent was written, however long a process slept. */
export const sendWithinMs = 20_000;

/**
 * By then the provider has accepted a paid request or never will: 20 s in which it may begin, 30 s until an attempt is
 * given up, and a minute for a gateway that holds it and passes it on late.
 */
export const settledAfterMs = 120_000;
