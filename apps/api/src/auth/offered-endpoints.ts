/** The sign-in library's addresses that the studio uses, below `/api/auth`; every other one answers that it is not there. */
export const offeredEndpoints = [
  "/change-password",
  "/get-session",
  "/request-password-reset",
  "/reset-password",
  "/send-verification-email",
  "/sign-in/email",
  "/sign-out",
  "/sign-up/email",
  "/verify-email",
] as const satisfies readonly string[];

const offered: ReadonlySet<string> = new Set(offeredEndpoints);

/**
 * Whether an address below `/api/auth` is one of those the studio uses, exactly as it is written.
 *
 * @example isOffered("/sign-out") // true
 */
export const isOffered = (path: string): boolean => offered.has(path);
