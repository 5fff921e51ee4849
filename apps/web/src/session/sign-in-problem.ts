/** Why a door stayed shut, as the page tells it. */
export type SignInProblem =
  | "wrong-password"
  | "e-mail-taken"
  | "e-mail-invalid"
  | "password-too-short"
  | "password-too-long"
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
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  if (typeof code === "string" && Object.hasOwn(problemOfCode, code))
    return problemOfCode[code] ?? "unexpected";
  if (status === 502 || status === 503 || status === 504) return "unreachable";
  return "unexpected";
}
