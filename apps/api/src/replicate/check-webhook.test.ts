import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { manualTime } from "../../test/replicate/manual-time.ts";
import { checkWebhook } from "./check-webhook.ts";
import type { Answer } from "./provider.ts";
import { createWebhookSecret } from "./webhook-secret.ts";

const secretOf = (text: string) => `whsec_${Buffer.from(text).toString("base64")}`;
const body = new TextEncoder().encode("{}");
const time = manualTime("2026-05-04T10:00:00Z");
const timestamp = String(time.clock.now().getTime() / 1_000);
const signedWith = (text: string) => ({
  id: "msg_1",
  timestamp,
  signature: `v1,${createHmac("sha256", text).update(`msg_1.${timestamp}.{}`).digest("base64")}`,
});

/** Secrets as the provider gives them out, one after the other. */
const secrets = (...answers: Answer<string>[]) =>
  createWebhookSecret(
    () => Promise.resolve(answers.shift() ?? { outcome: "ok", value: secretOf("last") }),
    time.clock,
  );
const is = (text: string): Answer<string> => ({ outcome: "ok", value: secretOf(text) });

describe("checkWebhook", () => {
  it("verifies under the present secret", async () => {
    expect(await checkWebhook(signedWith("one"), body, secrets(is("one")), time.clock)).toEqual({
      verified: true,
      webhookId: "msg_1",
    });
  });

  it("verifies under a new secret after the old one stopped matching", async () => {
    const secret = secrets(is("one"), is("two"));
    expect(await checkWebhook(signedWith("two"), body, secret, time.clock)).toMatchObject({ verified: true });
    expect(await checkWebhook(signedWith("two"), body, secret, time.clock)).toMatchObject({ verified: true });
  });

  it("refuses what matches neither", async () => {
    const secret = secrets(is("one"), is("two"));
    expect(await checkWebhook(signedWith("stranger"), body, secret, time.clock)).toEqual({
      verified: false,
      reason: "signature-wrong",
    });
  });

  it("does not renew the secret for a webhook that is only malformed", async () => {
    const secret = secrets(is("one"), is("two"));
    const headers = { ...signedWith("one"), timestamp: null };
    expect(await checkWebhook(headers, body, secret, time.clock)).toMatchObject({ reason: "header-missing" });
    expect(await secret.current()).toEqual(is("one"));
  });

  it("says that it cannot know while there is no secret", async () => {
    const error = { code: "provider_unavailable", reason: "timeout", status: null, logOnly: "" } as const;
    const secret = secrets({ outcome: "failed", error });
    expect(await checkWebhook(signedWith("one"), body, secret, time.clock)).toEqual({
      verified: false,
      reason: "secret-unavailable",
      error,
    });
  });
});
