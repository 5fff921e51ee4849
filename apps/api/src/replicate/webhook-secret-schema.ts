import * as z from "zod";

/** `GET /webhooks/default/secret`. */
export const webhookSecretSchema = z.object({ key: z.string().regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/) });
