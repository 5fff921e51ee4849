import { createHmac } from "node:crypto";
import fc from "fast-check";
import { validateWebhook } from "replicate";
import { describe, expect, it } from "vitest";
import { verifyWebhook } from "./verify-webhook.ts";

const secret = `whsec_${Buffer.from("a secret of the provider").toString("base64")}`;
const other = `whsec_${Buffer.from("another secret").toString("base64")}`;
const body = new TextEncoder().encode('{"id":"abc",  "status":"succeeded"}');
const sentAt = new Date("2026-05-04T10:00:00Z");
const timestamp = String(sentAt.getTime() / 1_000);
const later = (seconds: number) => new Date(sentAt.getTime() + seconds * 1_000);

const sign = (key: string, id: string, at: string, signed: Uint8Array) =>
  createHmac("sha256", Buffer.from(key.slice("whsec_".length), "base64"))
    .update(`${id}.${at}.`)
    .update(signed)
    .digest("base64");
const good = { id: "msg_1", timestamp, signature: `v1,${sign(secret, "msg_1", timestamp, body)}` };

describe("verifyWebhook", () => {
  it("takes what the provider's own helper takes", async () => {
    const text = new TextDecoder().decode(body);
    expect(await validateWebhook({ ...good, body: text, secret })).toBe(true);
    expect(verifyWebhook(good, body, secret, sentAt)).toEqual({ verified: true, webhookId: "msg_1" });
  });

  it("takes any one of several signatures", () => {
    const foreign = sign(other, "msg_1", timestamp, body);
    const signature = `v1,${foreign} v2,${foreign} ${good.signature}`;
    expect(verifyWebhook({ ...good, signature }, body, secret, sentAt)).toMatchObject({ verified: true });
  });

  it.each([
    ["five minutes late", 300, { verified: true, webhookId: "msg_1" }],
    ["later than five minutes", 301, { verified: false, reason: "too-old" }],
    ["five minutes early", -300, { verified: true, webhookId: "msg_1" }],
    ["earlier than five minutes", -301, { verified: false, reason: "from-the-future" }],
  ])("judges one that is %s", (_name, seconds, verdict) => {
    expect(verifyWebhook(good, body, secret, later(seconds))).toEqual(verdict);
  });

  it.each([
    ["no id", { id: null }, "header-missing"],
    ["an empty id", { id: "" }, "header-missing"],
    ["no timestamp", { timestamp: null }, "header-missing"],
    ["no signature", { signature: null }, "header-missing"],
    ["a timestamp in words", { timestamp: "now" }, "timestamp-malformed"],
    ["a timestamp with a fraction", { timestamp: `${timestamp}.5` }, "timestamp-malformed"],
    ["another id", { id: "msg_2" }, "signature-wrong"],
    ["another timestamp", { timestamp: String(Number(timestamp) + 1) }, "signature-wrong"],
    ["an empty signature", { signature: "" }, "signature-wrong"],
    ["a signature without its scheme", { signature: good.signature.slice(3) }, "signature-wrong"],
    ["a signature of another scheme", { signature: `v2${good.signature.slice(2)}` }, "signature-wrong"],
    ["a signature that is cut", { signature: good.signature.slice(0, 20) }, "signature-wrong"],
    ["endless signatures", { signature: `${good.signature} `.repeat(100) }, "signature-wrong"],
  ])("refuses %s", (_name, over, reason) => {
    expect(verifyWebhook({ ...good, ...over }, body, secret, sentAt)).toEqual({ verified: false, reason });
  });

  it("refuses the body that was parsed and written again", () => {
    const rewritten = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body))));
    expect(verifyWebhook(good, rewritten, secret, sentAt)).toMatchObject({ reason: "signature-wrong" });
  });

  it("tells a stranger nothing about age", () => {
    expect(verifyWebhook(good, body, other, later(10_000))).toMatchObject({ reason: "signature-wrong" });
  });

  it("refuses every body but the signed one", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (signed, arrived) => {
        const headers = { ...good, signature: `v1,${sign(secret, "msg_1", timestamp, signed)}` };
        const same = Buffer.compare(signed, arrived) === 0;
        return verifyWebhook(headers, arrived, secret, sentAt).verified === same;
      }),
    );
  });
});
