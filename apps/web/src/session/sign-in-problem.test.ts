import { describe, expect, it } from "vitest";

import { sessionIn } from "./read-session.ts";
import { returnProblemOf, signInProblemOf } from "./sign-in-problem.ts";

describe("a closed door", () => {
  it.each([
    [401, { code: "INVALID_EMAIL_OR_PASSWORD" }, "wrong-password"],
    [422, { code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" }, "e-mail-taken"],
    [400, { code: "PASSWORD_TOO_SHORT" }, "password-too-short"],
    [400, { code: "INVALID_EMAIL" }, "e-mail-invalid"],
    [400, { code: "VALIDATION_ERROR", message: "[body.email] Invalid email address" }, "e-mail-invalid"],
    [400, { code: "VALIDATION_ERROR", message: "[body.password] Invalid input" }, "unexpected"],
    [403, { code: "EMAIL_NOT_VERIFIED" }, "e-mail-not-confirmed"],
    [400, { code: "INVALID_TOKEN" }, "link-spent"],
    [401, { code: "TOKEN_EXPIRED" }, "link-spent"],
    [429, null, "too-many-attempts"],
    [503, null, "unreachable"],
    [500, { code: "toString" }, "unexpected"],
    [400, "not an answer of the door", "unexpected"],
  ] as const)("answers %i with %o: %s", (status, body, problem) => {
    expect(signInProblemOf(status, body)).toBe(problem);
  });
});

describe("coming back from an identity provider", () => {
  it.each([
    ["access_denied", "provider-declined"],
    ["state_mismatch", "provider-way-lost"],
    ["state_not_found", "provider-way-lost"],
    ["account_not_linked", "provider-not-linked"],
    ["email_not_verified", "provider-address-not-confirmed"],
    ["email_not_found", "provider-address-not-confirmed"],
    ["invalid_code", "provider-unexpected"],
    ["toString", "provider-unexpected"],
  ] as const)("with %s: %s", (code, problem) => {
    expect(returnProblemOf(code)).toBe(problem);
  });
});

describe("the session in an answer", () => {
  it("is the account that is signed in", () => {
    expect(sessionIn({ session: {}, user: { email: "ines@example.org" } })).toEqual({
      email: "ines@example.org",
    });
  });

  it.each([null, {}, { user: null }, { user: { email: 7 } }, "nobody"])("is nobody in %o", (body) => {
    expect(sessionIn(body)).toBeNull();
  });
});
