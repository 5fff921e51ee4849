/** What the studio is known by at an identity provider. */
export interface ClientRegistration {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Any provider that speaks OpenID Connect and publishes where its endpoints are. */
export interface OidcRegistration extends ClientRegistration {
  /** The provider's own address; its configuration stands below it at `/.well-known/openid-configuration`. */
  readonly issuer: string;
  /** What people call it. */
  readonly name: string;
}

/** Who else may say that somebody is who they are; nobody when empty. */
export interface IdentityProviders {
  readonly google?: ClientRegistration | undefined;
  readonly github?: ClientRegistration | undefined;
  readonly oidc?: OidcRegistration | undefined;
}

/** An identity provider as the sign-in page offers it. */
export interface OfferedProvider {
  readonly id: keyof IdentityProviders;
  readonly name: string;
}

/** The providers that are set up, in the order in which they are offered. */
export const offeredProviders = ({ google, github, oidc }: IdentityProviders): readonly OfferedProvider[] => [
  ...(google === undefined ? [] : [{ id: "google", name: "Google" } as const]),
  ...(github === undefined ? [] : [{ id: "github", name: "GitHub" } as const]),
  ...(oidc === undefined ? [] : [{ id: "oidc", name: oidc.name } as const]),
];
