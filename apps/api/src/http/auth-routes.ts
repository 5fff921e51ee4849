import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Auth, authPath, clientAddressHeader } from "../auth/create-auth.ts";
import { createIsOffered } from "../auth/offered-endpoints.ts";
import { isDomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import { errorBody } from "../trpc/error-body.ts";
import { emailIn } from "./email-in.ts";
import { retryAfterHeader } from "./retry-after-header.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const maximumBytes = 100_000;

/** What the addresses of signing in are made of. */
export interface AuthRouteParts {
  readonly studio: Studio;
  readonly auth: Auth;
  readonly addressOf: (context: Context<ServerEnvironment>) => string;
}

/**
 * Signing up, in and out. Whatever is sent there counts as entering, by the e-mail address that it names and by the
 * address that it comes from, and so does coming back from an identity provider; signing out is always let through.
 */
export const authRoutes = ({ studio, auth, addressOf }: AuthRouteParts): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  const isOffered = createIsOffered(studio.settings.identityProviders);
  routes.on(["GET", "POST"], "/*", bodyLimit({ maxSize: maximumBytes }), async (context) => {
    const endpoint = context.req.path.slice(authPath.length);
    if (!isOffered(endpoint)) return new Response(null, { status: 404 });
    const { raw } = context.req;
    const address = addressOf(context);
    const isEntering = context.req.method === "POST" || endpoint.startsWith("/callback/");
    if (isEntering && endpoint !== "/sign-out") {
      const account = emailIn(await raw.clone().text());
      try {
        await studio.rateLimits.count("enter", { account, address });
      } catch (refused) {
        if (!isDomainError(refused)) throw refused;
        const headers = retryAfterHeader([{ cause: refused }], studio.clock);
        return Response.json(errorBody(refused), { status: 429, headers });
      }
    }
    const headers = new Headers(raw.headers);
    headers.set(clientAddressHeader, address);
    return auth.handler(new Request(raw, { headers }));
  });
  return routes;
};
