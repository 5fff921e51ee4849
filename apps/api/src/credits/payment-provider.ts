import type { WebhookHeaders, WebhookRefusal } from "../standard-webhooks/verify-webhook.ts";

/** A payment that has been made, whole and final. */
export interface Payment {
  /** The payment provider's id; one payment gives credits once, however often it is told. */
  readonly id: string;
  readonly subjectId: string;
  readonly credits: number;
}

/** What a message of the payment provider says. */
export type PaymentMessage =
  | { readonly outcome: "paid"; readonly payment: Payment }
  /** Signed, and about something that moves no credits. */
  | { readonly outcome: "ignored" }
  /** Signed, and not in a form that can be read. */
  | { readonly outcome: "unreadable" }
  | { readonly outcome: "refused"; readonly reason: WebhookRefusal };

/** Whoever takes people's money and tells the studio of it. */
export interface PaymentProvider {
  /** Reads a message; nothing in it is believed before its signature and age are verified. */
  readonly read: (headers: WebhookHeaders, body: Uint8Array) => PaymentMessage;
}
