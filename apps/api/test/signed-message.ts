import { createHmac } from "node:crypto";

/** The headers of a message signed by the Standard Webhooks scheme, as whoever has the secret sends them. */
export function signedHeaders(body: string, secret: string, at: Date): Record<string, string> {
  const id = `msg_${createHmac("sha256", "id").update(body).digest("hex").slice(0, 16)}`;
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
