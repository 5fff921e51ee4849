import type { offeredEndpoints } from "../../src/auth/offered-endpoints.ts";

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
export const authCases: Readonly<Record<(typeof offeredEndpoints)[number], AuthCase>> = {
  "/get-session": { method: "GET", toNobody: 200, toJunk: 200 },
  "/sign-in/email": { method: "POST", toNobody: 401, body: { email, password }, toJunk: 400 },
  "/sign-out": { method: "POST", toNobody: 200, body: {}, toJunk: 400 },
  "/sign-up/email": {
    method: "POST",
    toNobody: 400,
    body: { email, password: "short", name: "" },
    toJunk: 400,
  },
};
