import { z } from "zod";
import type { Clock } from "../clock/clock.ts";
import { verifyWebhook } from "../standard-webhooks/verify-webhook.ts";
import type { PaymentMessage, PaymentProvider } from "./payment-provider.ts";

const message = z.object({ type: z.string() });
const paid = z.object({
  data: z.object({
    paymentId: z.string().min(1).max(200),
    subjectId: z.uuid(),
    credits: z.int().min(1).max(1_000_000),
  }),
});

/**
 * A payment provider that signs by the Standard Webhooks scheme and tells of a payment as
 * `{ type: "payment.succeeded", data: { paymentId, subjectId, credits } }`; other types are ignored.
 *
 * @param secret `whsec_` and base64
 * @see https://www.standardwebhooks.com
 */
export const createStandardPayments = (secret: string, clock: Clock): PaymentProvider => ({
  read: (headers, body) => {
    const verdict = verifyWebhook(headers, body, secret, clock.now());
    return verdict.verified ? readMessage(body) : { outcome: "refused", reason: verdict.reason };
  },
});

const readMessage = (body: Uint8Array): PaymentMessage => {
  const received = parseJson(body);
  const told = message.safeParse(received);
  if (!told.success) return { outcome: "unreadable" };
  if (told.data.type !== "payment.succeeded") return { outcome: "ignored" };
  const payment = paid.safeParse(received);
  if (!payment.success) return { outcome: "unreadable" };
  const { paymentId: id, subjectId, credits } = payment.data.data;
  return { outcome: "paid", payment: { id, subjectId, credits } };
};

const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};
