import { invalidInput } from "../problems/problems.ts";
import { type JsonBody, textOf } from "../validation/json-body.ts";
import { isAllowedWebhook } from "../webhooks/is-allowed-webhook.ts";
import { type WebhookEvent, webhookEventSchema } from "./job-record.ts";

/** The webhook part of a request's body; 422 when the address is one that webhooks may not go to. */
export function readWebhook(body: JsonBody): {
  webhook: string | null;
  webhookEvents: WebhookEvent[] | null;
} {
  const webhook = textOf(body, "webhook");
  if (webhook !== null && !isAllowedWebhook(webhook)) {
    throw invalidInput([
      { type: "format", field: "webhook", description: "Does not match format 'https-uri'" },
    ]);
  }
  const events = body["webhook_events_filter"];
  return { webhook, webhookEvents: events === undefined ? null : webhookEventSchema.array().parse(events) };
}
