/** Why a door stayed shut, as the page tells it. */
export type SignInProblem =
  | "wrong-password"
  | "e-mail-taken"
  | "e-mail-invalid"
  | "e-mail-not-confirmed"
  | "link-spent"
  | "password-too-short"
  | "password-too-long"
  | "provider-declined"
  | "provider-way-lost"
  | "provider-address-not-confirmed"
  | "provider-not-linked"
  | "provider-unexpected"
  | "too-many-attempts"
  | "unreachable"
  | "unexpected";

/** The codes of the sign-in library that a person can do something about. */
const problemOfCode: Readonly<Record<string, SignInProblem>> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong-password",
  INVALID_PASSWORD: "wrong-password",
  USER_NOT_FOUND: "wrong-password",
  INVALID_EMAIL: "e-mail-invalid",
  USER_ALREADY_EXISTS: "e-mail-taken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "e-mail-taken",
  EMAIL_NOT_VERIFIED: "e-mail-not-confirmed",
  INVALID_TOKEN: "link-spent",
  TOKEN_EXPIRED: "link-spent",
  PASSWORD_TOO_SHORT: "password-too-short",
  PASSWORD_TOO_LONG: "password-too-long",
};

/**
 * Reads a refusal of the sign-in door.
 *
 * @example
 * signInProblemOf(401, { code: "INVALID_EMAIL_OR_PASSWORD" }) // "wrong-password"
 */
export function signInProblemOf(status: number, body: unknown): SignInProblem {
  if (status === 429) return "too-many-attempts";
  const code = textIn(body, "code");
  if (code === "VALIDATION_ERROR" && textIn(body, "message")?.startsWith("[body.email]") === true)
    return "e-mail-invalid";
  if (code !== undefined && Object.hasOwn(problemOfCode, code)) return problemOfCode[code] ?? "unexpected";
  if (status === 502 || status === 503 || status === 504) return "unreachable";
  return "unexpected";
}

/** The codes with which an identity provider's way back leads to the door, where a person can do something about them. */
const problemOfReturn: Readonly<Record<string, SignInProblem>> = {
  access_denied: "provider-declined",
  state_mismatch: "provider-way-lost",
  state_not_found: "provider-way-lost",
  account_not_linked: "provider-not-linked",
  email_not_verified: "provider-address-not-confirmed",
  email_not_found: "provider-address-not-confirmed",
};

/**
 * Reads why somebody came back from an identity provider without being signed in.
 *
 * @example
 * returnProblemOf("access_denied") // "provider-declined"
 */
export function returnProblemOf(code: string): SignInProblem {
  const known = Object.hasOwn(problemOfReturn, code) ? problemOfReturn[code] : undefined;
  return known ?? "provider-unexpected";
}

function textIn(body: unknown, name: "code" | "message"): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
  return typeof value === "string" ? value : undefined;
}
