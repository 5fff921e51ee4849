import type { Clock } from "../clock/clock.ts";
import type { ProviderError } from "./provider-error.ts";
import {
  type WebhookHeaders,
  type WebhookVerdict,
  verifyWebhook,
} from "../standard-webhooks/verify-webhook.ts";
import type { WebhookSecret } from "./webhook-secret.ts";

/** As {@link WebhookVerdict}; `secret-unavailable`: answer 503, the sender tries again for a minute. */
export type WebhookCheck =
  | WebhookVerdict
  | { readonly verified: false; readonly reason: "secret-unavailable"; readonly error: ProviderError };

/**
 * Verifies a webhook under the kept secret and, when its signature is wrong, once more under a renewed one: secrets
 * are rotated without notice.
 */
export async function checkWebhook(
  headers: WebhookHeaders,
  body: Uint8Array,
  secret: WebhookSecret,
  clock: Clock,
): Promise<WebhookCheck> {
  const kept = await secret.current();
  if (kept.outcome === "failed") return { verified: false, reason: "secret-unavailable", error: kept.error };
  const verdict = verifyWebhook(headers, body, kept.value, clock.now());
  if (verdict.verified || verdict.reason !== "signature-wrong") return verdict;
  const renewed = await secret.renewed(kept.value);
  return renewed === null ? verdict : verifyWebhook(headers, body, renewed, clock.now());
}
