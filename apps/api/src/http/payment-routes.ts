import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { PaymentProvider } from "../credits/payment-provider.ts";
import { recordPayment } from "../credits/record-payment.ts";
import { isDomainError } from "../errors/domain-error.ts";
import { webhookHeadersOf } from "../standard-webhooks/webhook-headers-of.ts";
import type { Studio } from "../studio/studio.ts";

const maximumBytes = 100_000;

/** Where a payment provider tells of payments: verified on the raw body, and safe to repeat. */
export const paymentRoutes = (studio: Studio, payments: PaymentProvider): Hono => {
  const routes = new Hono();
  routes.post("/payments", bodyLimit({ maxSize: maximumBytes }), async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const message = payments.read(webhookHeadersOf(context.req.raw.headers), body);
    switch (message.outcome) {
      case "refused":
        studio.log.warn({ reason: message.reason }, "a message about a payment was not verified");
        return context.body(null, 401);
      case "unreadable":
        studio.log.error("a signed message about a payment could not be read");
        return context.body(null, 422);
      case "ignored":
        return context.body(null, 204);
      case "paid":
        try {
          await recordPayment(studio, message.payment);
          return context.body(null, 204);
        } catch (error) {
          if (!isDomainError(error)) throw error;
          studio.log.error({ paymentId: message.payment.id }, "a payment came for nobody: give it back");
          return context.body(null, 422);
        }
    }
  });
  return routes;
};
