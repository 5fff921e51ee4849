import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, {
  type AdapterFactory,
  type AdapterPayload,
  type Configuration,
  type JWK,
} from "oidc-provider";
import type { OidcRegistration } from "../src/auth/identity-providers.ts";

/** Who signs in at the provider, as it tells of them. */
export interface IdentityThere {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** An OpenID Connect provider on this machine. */
export interface TestIdentityProvider extends AsyncDisposable {
  readonly registration: OidcRegistration;
  /** Who signs in from here on; null declines. */
  readonly beVisitedBy: (identity: IdentityThere | null) => void;
  /** The grant type and the verifier of every request for tokens. */
  readonly tokenRequests: () => readonly URLSearchParams[];
}

const clientId = "the-studio";
const clientSecret = "a secret between the studio and the provider";

/**
 * Starts a certified implementation of OpenID Connect that asks nobody for a password and insists on PKCE.
 *
 * @param studioUrl where the studio is, as browsers see it: people are sent back there and to nowhere else
 */
export async function startIdentityProvider(studioUrl: string): Promise<TestIdentityProvider> {
  const tokenRequests: URLSearchParams[] = [];
  let visitor: IdentityThere | null = null;
  const late: { answer: (...given: Parameters<ReturnType<Provider["callback"]>>) => void } = {
    answer: () => undefined,
  };
  const server = createServer((request, response) => late.answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const known = new Map<string, IdentityThere>();
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${studioUrl}/api/auth/callback/oidc`],
      },
    ],
    adapter: inMemory(),
    renderError: (context, out) => {
      context.body = out;
    },
    jwks: { keys: [{ ...(privateKey.export({ format: "jwk" }) as JWK), use: "sig" }] },
    cookies: { keys: [randomUUID()] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => {
      const identity = known.get(sub);
      return identity && { accountId: sub, claims: async () => ({ ...identity }) };
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.on("grant.success", ({ oidc }) => {
    tokenRequests.push(new URLSearchParams(oidc.body as Record<string, string>));
  });
  const answerOf = provider.callback();
  const decide = async (...[request, response]: Parameters<typeof answerOf>): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response);
    if (visitor === null) return provider.interactionFinished(request, response, { error: "access_denied" });
    known.set(visitor.sub, visitor);
    const grant = new provider.Grant({ accountId: visitor.sub, clientId });
    grant.addOIDCScope(String(params["scope"]));
    const grantId = await grant.save();
    return provider.interactionFinished(request, response, {
      login: { accountId: visitor.sub },
      consent: { grantId },
    });
  };
  late.answer = (request, response) => {
    const isDeciding = request.url?.startsWith("/interaction/") === true;
    if (isDeciding) decide(request, response).catch((error: unknown) => response.destroy(error as Error));
    else void answerOf(request, response);
  };
  return {
    registration: { issuer, clientId, clientSecret, name: "The Provider" },
    beVisitedBy: (identity) => {
      visitor = identity;
    },
    tokenRequests: () => tokenRequests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The library's own keeping in memory says on the console that it is not meant for the public. */
function inMemory(): AdapterFactory {
  const kept = new Map<string, AdapterPayload>();
  const findWhere = (model: string, is: (payload: AdapterPayload) => boolean) =>
    [...kept].find(([key, payload]) => key.startsWith(`${model}:`) && is(payload))?.[1];
  return (model) => ({
    upsert: async (id, payload) => void kept.set(`${model}:${id}`, payload),
    find: async (id) => kept.get(`${model}:${id}`),
    findByUid: async (uid) => findWhere(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere(model, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = kept.get(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
    },
    destroy: async (id) => void kept.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
