import type { MiddlewareHandler } from "hono";
import { generateSignedCookie, getSignedCookie } from "hono/cookie";
import type { Secrets } from "../auth/secrets.ts";

/** The session's cookie, as the sign-in library sets it. */
export interface SessionCookie {
  readonly name: string;
  readonly isSecure: boolean;
  readonly maxAgeSeconds: number;
}

/**
 * Lets a session go on whose cookie was signed with an older secret: the request carries it signed with the newest one
 * from here on, and so does the browser from then on.
 */
export const renewOlderSessions = (
  findCookie: () => Promise<SessionCookie>,
  [newest, ...older]: Secrets,
): MiddlewareHandler => {
  if (older.length === 0) return (_context, next) => next();
  return async (context, next) => {
    const { name, isSecure, maxAgeSeconds } = await findCookie();
    const isSignedWith = (secret: string) => getSignedCookie(context, secret, name);
    // Nothing to do without a cookie, and with one that is up to date.
    if ((await isSignedWith(newest)) !== false) return next();
    const found = await Promise.all(older.map(isSignedWith));
    const token = found.find((value) => typeof value === "string");
    if (token === undefined) return next();
    const renewed = await generateSignedCookie(name, token, newest, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: isSecure,
      maxAge: maxAgeSeconds,
    });
    context.req.raw = withCookie(context.req.raw, name, renewed);
    await next();
    const isSetAnew = context.res.headers.getSetCookie().some((set) => set.startsWith(`${name}=`));
    if (!isSetAnew) context.header("set-cookie", renewed, { append: true });
  };
};

const withCookie = (request: Request, name: string, renewed: string): Request => {
  const headers = new Headers(request.headers);
  const others = (headers.get("cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => !pair.startsWith(`${name}=`));
  const [pair = ""] = renewed.split(";");
  headers.set("cookie", [...others, pair].join("; "));
  return new Request(request, { headers });
};
