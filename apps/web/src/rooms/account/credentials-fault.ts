export type CredentialsFault =
  | { readonly is: "e-mail-missing" }
  | { readonly is: "password-missing" }
  | { readonly is: "password-short"; readonly missingCharacters: number };

/**
 * What would be refused anyway, found before it is sent; null is nothing.
 *
 * @param shortestPassword in characters; undefined where no rule applies, as for a password that exists already.
 */
export function credentialsFault(
  { email, password }: { readonly email: string; readonly password: string },
  shortestPassword: number | undefined,
): CredentialsFault | null {
  if (!/^\S+@\S+$/u.test(email)) return { is: "e-mail-missing" };
  if (password === "") return { is: "password-missing" };
  const missingCharacters = (shortestPassword ?? 0) - password.length;
  return missingCharacters > 0 ? { is: "password-short", missingCharacters } : null;
}
