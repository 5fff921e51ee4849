/**
 * What a mail's link brought, from behind the # of the address; null when there is nothing.
 *
 * @example linkToken("#token=abc") // "abc"
 */
export function linkToken(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/u, "")).get("token");
  return token === "" ? null : token;
}
