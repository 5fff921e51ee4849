import type { OfferedProvider } from "./identity-providers.ts";

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

/** Those that are there only where identity providers are set up; `:id` is one of theirs. */
export const providerEndpoints = ["/callback/:id", "/sign-in/social"] as const satisfies readonly string[];

/**
 * Tells whether an address below `/api/auth` is one of those the studio uses, exactly as it is written.
 *
 * @example createIsOffered([])("/sign-out") // true
 */
export const createIsOffered = (providers: readonly OfferedProvider[]): ((path: string) => boolean) => {
  const offered = new Set<string>(offeredEndpoints);
  for (const { id } of providers)
    for (const endpoint of providerEndpoints) offered.add(endpoint.replace(":id", id));
  return (path) => offered.has(path);
};
