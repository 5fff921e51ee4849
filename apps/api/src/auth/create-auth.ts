import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware, isAPIError } from "better-auth/api";
import { bearer } from "better-auth/plugins/bearer";
import type { Logger } from "pino";
import type { Database } from "../db/database.ts";
import { accounts, sessions, users, verifications } from "../db/schema/accounts.ts";
import { resetMail, verificationMail } from "../mail/account-mails.ts";
import type { Mail, MailPort } from "../mail/mail.ts";
import {
  accountLinking,
  anyOidcProvider,
  knownProviders,
  providerDoor,
  requireConfirmedAddress,
  withoutTokens,
} from "./identity-provider-options.ts";
import type { IdentityProviders } from "./identity-providers.ts";

/** How sign-in is set up. */
export interface AuthSettings {
  /** Signs the cookies; at least 32 characters that nobody can guess. */
  readonly secret: string;
  /** The studio's own address as the browser sees it: `https://…` makes the cookies secure. */
  readonly baseUrl: string;
  /** The way out for mail about the account. */
  readonly mail: MailPort;
  /** Whether nobody gets in before the e-mail address is confirmed, or is only asked to confirm it. */
  readonly verification: "required" | "advised";
  /** Who else may say that somebody is who they are. */
  readonly identityProviders: IdentityProviders;
  /** Further addresses the page may be opened under. */
  readonly trustedOrigins: readonly string[];
  /** Done whenever somebody has a new password, before the answer. */
  readonly onNewPassword: (userId: string) => Promise<void>;
}

/** The shortest password, in characters. */
export const minimumPasswordCharacters = 10;

/** The server itself writes the asker's address into this header of every request to sign in or up. */
export const clientAddressHeader = "x-selfsame-client-address";

/** Where everything about signing in is asked. */
export const authPath = "/api/auth";

/** How long somebody stays signed in without coming back. */
export const sessionSeconds = 60 * 60 * 24 * 30;

/** How long a link in a mail works. */
const linkSeconds = 60 * 60;

/** Sign-up, sign-in and sessions: better-auth on the studio's own tables, by cookie or by bearer token. */
export const createAuth = (database: Database, settings: AuthSettings, log: Logger) => {
  const pageUrl = new URL(settings.baseUrl).origin;
  // Nobody waits for the post: how long an answer takes must not tell whether there is such an account.
  const post = async (mail: Mail): Promise<void> => {
    settings.mail
      .send(mail)
      .catch((error: unknown) => log.error({ from: "mail", error }, "a mail was not sent"));
  };
  return betterAuth({
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
      requireEmailVerification: settings.verification === "required",
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => settings.onNewPassword(user.id),
      sendResetPassword: ({ user, token }) => post(resetMail({ to: user.email, pageUrl, token })),
    },
    emailVerification: {
      expiresIn: linkSeconds,
      sendOnSignUp: true,
      sendOnSignIn: settings.verification === "required",
      // Whoever opens the link signs in by password still: a link that is passed on opens no account.
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, token }) => post(verificationMail({ to: user.email, pageUrl, token })),
    },
    // What is kept of a link's token opens nothing.
    verification: { storeIdentifier: "hashed" },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path === "/sign-in/social" && !providerDoor.safeParse(context.body).success)
          throw new APIError("BAD_REQUEST", {
            code: "VALIDATION_ERROR",
            message: "Only a provider is named here.",
          });
        if (context.path !== "/change-password") return;
        return { context: { body: { ...Object(context.body), revokeOtherSessions: true } as unknown } };
      }),
      after: createAuthMiddleware(async ({ path, context }) => {
        // The new session stands for success: others are always ended, so that one is always made.
        if (path === "/change-password" && context.newSession !== null)
          await settings.onNewPassword(context.newSession.user.id);
      }),
    },
    socialProviders: knownProviders(settings.identityProviders),
    user: { validateUserInfo: requireConfirmedAddress },
    account: { accountLinking, updateAccountOnSignIn: false },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) } },
    },
    session: { expiresIn: sessionSeconds, cookieCache: { enabled: false } },
    plugins: [bearer(), anyOidcProvider(settings.identityProviders)],
    // The studio counts for itself, across processes and by account too: http/auth-routes.ts.
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
      // Who comes back from a provider with something that is no answer is told so where they set out.
      errorURL: `${pageUrl}/sign-in`,
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
};

/** The signed-in part of the studio. */
export type Auth = ReturnType<typeof createAuth>;
