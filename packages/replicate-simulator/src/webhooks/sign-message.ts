import { createHmac } from "node:crypto";

/**
 * The signature header of a webhook message: HMAC-SHA256 over `id.timestamp.body` with the secret's decoded part,
 * as the Standard Webhooks text says. `timestampSeconds` is whole seconds since 1970.
 *
 * @example
 * signMessage("whsec_c2VjcmV0", "msg_1", 1_700_000_000, "{}"); // "v1,…"
 */
export function signMessage(secret: string, id: string, timestampSeconds: number, body: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestampSeconds}.${body}`).digest("base64");
  return `v1,${digest}`;
}
