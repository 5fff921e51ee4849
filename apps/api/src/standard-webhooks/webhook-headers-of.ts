import type { WebhookHeaders } from "./verify-webhook.ts";

/** The three headers of the scheme, out of a request's. */
export const webhookHeadersOf = (headers: Headers): WebhookHeaders => ({
  id: headers.get("webhook-id"),
  timestamp: headers.get("webhook-timestamp"),
  signature: headers.get("webhook-signature"),
});
