import type { offeredEndpoints, providerEndpoints } from "../../src/auth/offered-endpoints.ts";

/** How one address of signing in is called by the suite that calls all of them. */
export interface AuthCase {
  readonly method: "GET" | "POST";
  /** What it answers without an account, to a body that is well formed. */
  readonly toNobody: number;
  readonly body?: Readonly<Record<string, unknown>>;
  /** What it answers to bodies that are none; 200 where it reads none. */
  readonly toJunk: number;
}

const email = "nobody@example.org";
const password = "nobody's password";

/** Every address of signing in that the studio offers. */
export const authCases: Readonly<
  Record<(typeof offeredEndpoints)[number] | (typeof providerEndpoints)[number], AuthCase>
> = {
  "/change-password": {
    method: "POST",
    toNobody: 401,
    body: { currentPassword: password, newPassword: password },
    toJunk: 400,
  },
  "/get-session": { method: "GET", toNobody: 200, toJunk: 200 },
  // Whether there is such an account is told to nobody.
  "/request-password-reset": { method: "POST", toNobody: 200, body: { email }, toJunk: 400 },
  "/reset-password": {
    method: "POST",
    toNobody: 400,
    body: { token: "nobodys", newPassword: password },
    toJunk: 400,
  },
  "/send-verification-email": { method: "POST", toNobody: 200, body: { email }, toJunk: 400 },
  "/sign-in/email": { method: "POST", toNobody: 401, body: { email, password }, toJunk: 400 },
  // Back to where one set out, with the reason.
  "/callback/:id": { method: "GET", toNobody: 302, toJunk: 302 },
  "/sign-in/social": { method: "POST", toNobody: 200, body: { provider: "github" }, toJunk: 400 },
  "/sign-out": { method: "POST", toNobody: 200, body: {}, toJunk: 400 },
  "/verify-email": { method: "GET", toNobody: 400, toJunk: 400 },
  "/sign-up/email": {
    method: "POST",
    toNobody: 400,
    body: { email, password: "short", name: "" },
    toJunk: 400,
  },
};
