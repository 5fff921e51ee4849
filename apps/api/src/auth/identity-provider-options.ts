import type { BetterAuthOptions } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { z } from "zod";
import type { IdentityProviders, OidcRegistration } from "./identity-providers.ts";

const scopes = ["openid", "email", "profile"];

/** The providers that the library knows by name. */
export const knownProviders = ({ google, github }: IdentityProviders) => ({
  ...(google === undefined ? {} : { google: { ...google, prompt: "select_account" as const } }),
  ...(github === undefined ? {} : { github }),
});

/** Any provider by OpenID Connect: its own configuration is read, and its id tokens are verified against its keys. */
export const anyOidcProvider = ({ oidc }: IdentityProviders) => {
  const config = oidc === undefined ? [] : [oidcConfig(oidc)];
  const plugin = genericOAuth({ config });
  return {
    ...plugin,
    // Left to itself the library reads the configuration at the start, without an end to its patience, and lets nobody
    // in meanwhile. Read when somebody first goes there, a silent provider keeps nobody out who has a password.
    init: async ({ socialProviders }: Parameters<typeof plugin.init>[0]) => {
      const genericOAuthPendingDiscovery = new Map(config.map((each) => [each.providerId, each]));
      return { context: { socialProviders, genericOAuthPendingDiscovery } };
    },
  };
};

const oidcConfig = ({ issuer, name, clientId, clientSecret }: OidcRegistration) => ({
  providerId: "oidc",
  name,
  discoveryUrl: `${issuer.replace(/\/$/u, "")}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  scopes,
  pkce: true,
  requireIdTokenVerification: true,
});

/**
 * An account belongs to who has its address: a provider's word counts only for an address that the provider has
 * confirmed, and opens an account that is there already only when the address was confirmed here, too.
 */
export const accountLinking = {
  enabled: true,
  trustedProviders: [],
  requireLocalEmailVerified: true,
  allowDifferentEmails: false,
} satisfies NonNullable<BetterAuthOptions["account"]>["accountLinking"];

/** Refuses who comes from a provider with an address that nobody has confirmed. */
export const requireConfirmedAddress = ({
  user,
  source,
}: Parameters<NonNullable<NonNullable<BetterAuthOptions["user"]>["validateUserInfo"]>>[0]) => {
  const isNew = source.action === "create-user" || source.action === "link-account";
  if (source.method !== "oauth" || !isNew || user.emailVerified === true) return undefined;
  return { error: "email_not_verified" };
};

/** Who somebody is at a provider is kept; with the tokens nothing is done, so they are not. */
export const withoutTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
};

// Begins like a path and like nothing that a browser reads as another host.
const ownPath = z.string().regex(/^\/(?![/\\])[^\\\s]*$/u);

/** What a page may ask of a provider's door: nothing about scopes, tokens or further parameters, and to come back here. */
export const providerDoor = z.strictObject({
  provider: z.string(),
  callbackURL: ownPath.optional(),
  newUserCallbackURL: ownPath.optional(),
  errorCallbackURL: ownPath.optional(),
});
