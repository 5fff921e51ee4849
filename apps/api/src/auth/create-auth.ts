import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { isAPIError } from "better-auth/api";
import { bearer } from "better-auth/plugins/bearer";
import type { Logger } from "pino";
import type { Database } from "../db/database.ts";
import { accounts, sessions, users, verifications } from "../db/schema/accounts.ts";

/** How sign-in is set up. */
export interface AuthSettings {
  /** Signs the cookies; at least 32 characters that nobody can guess. */
  readonly secret: string;
  /** The studio's own address as the browser sees it: `https://…` makes the cookies secure. */
  readonly baseUrl: string;
  /** Further addresses the page may be opened under. */
  readonly trustedOrigins: readonly string[];
}

/** The shortest password, in characters. */
export const minimumPasswordCharacters = 10;

/** The server itself writes the asker's address into this header of every request to sign in or up. */
export const clientAddressHeader = "x-selfsame-client-address";

/** Where everything about signing in is asked. */
export const authPath = "/api/auth";

const sessionSeconds = 60 * 60 * 24 * 30;

/** Sign-up, sign-in and sessions: better-auth on the studio's own tables, by cookie or by bearer token. */
export const createAuth = (database: Database, settings: AuthSettings, log: Logger) =>
  betterAuth({
    appName: "Selfsame",
    baseURL: settings.baseUrl,
    basePath: authPath,
    secret: settings.secret,
    trustedOrigins: [...settings.trustedOrigins],
    database: drizzleAdapter(database.system, {
      provider: "pg",
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: minimumPasswordCharacters,
      maxPasswordLength: 200,
    },
    session: { expiresIn: sessionSeconds, cookieCache: { enabled: false } },
    plugins: [bearer()],
    // The studio counts for itself, across processes and by account too: http/limit-entering.ts.
    rateLimit: { enabled: false },
    advanced: {
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      cookiePrefix: "selfsame",
      useSecureCookies: settings.baseUrl.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    telemetry: { enabled: false },
    // Left to itself the library writes refusals to the console, past the studio's log.
    onAPIError: {
      onError: (error) => {
        if (isAPIError(error) && error.statusCode < 500)
          log.info({ from: "auth", code: error.body?.code }, "a request was refused");
        else log.error({ from: "auth", error }, "a request failed unexpectedly");
      },
    },
    logger: {
      level: "warn",
      log: (level, message) => log[level]({ from: "auth" }, message),
    },
  });

/** The signed-in part of the studio. */
export type Auth = ReturnType<typeof createAuth>;
