import { createHmac, timingSafeEqual } from "node:crypto";

/** The three headers as they arrived; null for one that is missing. */
export interface WebhookHeaders {
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
}

export type WebhookVerdict =
  | { readonly verified: true; readonly webhookId: string }
  | { readonly verified: false; readonly reason: WebhookRefusal };

export type WebhookRefusal =
  | "header-missing"
  | "timestamp-malformed"
  /** More than five minutes old: perhaps recorded and sent again. */
  | "too-old"
  /** More than five minutes ahead of our clock. */
  | "from-the-future"
  /** None of the signatures is ours: another secret, another body, or another sender. */
  | "signature-wrong";

/** What the provider's documents advise. */
const toleranceSeconds = 5 * 60;
const longestHeader = 2_048;

/**
 * Verifies a webhook by the Standard Webhooks scheme: HMAC-SHA256 over `id.timestamp.body` under the bytes behind
 * `whsec_`, in base64, as `v1,<signature>`; several signatures, separated by spaces, are alternatives.
 *
 * The age is checked after the signature, so that only the sender learns anything from the reason.
 *
 * @param body - the raw bytes as they arrived; parsing and writing JSON again would change them.
 * @param secret - `whsec_` and base64.
 * @see https://replicate.com/docs/topics/webhooks/verify-webhook
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  body: Uint8Array,
  secret: string,
  now: Date,
): WebhookVerdict {
  const { id, timestamp, signature } = headers;
  if (id === null || timestamp === null || signature === null || id === "") return refuse("header-missing");
  if (!/^\d{1,12}$/.test(timestamp)) return refuse("timestamp-malformed");
  if (id.length > longestHeader || signature.length > longestHeader) return refuse("signature-wrong");

  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  // Every signature is compared, also after a match, so that time tells nothing.
  const matches = signature.split(" ").filter((entry) => isSignature(entry, expected));
  if (matches.length === 0) return refuse("signature-wrong");

  const ageSeconds = Math.floor(now.getTime() / 1_000) - Number(timestamp);
  if (ageSeconds > toleranceSeconds) return refuse("too-old");
  if (ageSeconds < -toleranceSeconds) return refuse("from-the-future");
  return { verified: true, webhookId: id };
}

function isSignature(entry: string, expected: Buffer): boolean {
  if (!entry.startsWith("v1,")) return false;
  const given = Buffer.from(entry.slice("v1,".length), "base64");
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

const refuse = (reason: WebhookRefusal): WebhookVerdict => ({ verified: false, reason });
