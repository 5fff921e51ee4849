import { describe, expect, it } from "vitest";
import { manualTime } from "../../test/replicate/manual-time.ts";
import type { Answer } from "./provider.ts";
import { createWebhookSecret } from "./webhook-secret.ts";

const failed: Answer<string> = {
  outcome: "failed",
  error: { code: "provider_unavailable", reason: "timeout", status: null, logOnly: "" },
};

/** A source of secrets that counts how often it was asked. */
function source(...answers: readonly [Answer<string>, ...Answer<string>[]]) {
  const asked = { times: 0 };
  return {
    asked,
    fetch: () => {
      const answer = answers[Math.min(asked.times, answers.length - 1)] ?? answers[0];
      asked.times += 1;
      return Promise.resolve(answer);
    },
  };
}
const is = (value: string): Answer<string> => ({ outcome: "ok", value });

describe("the webhook secret", () => {
  it("is asked for once, also by many at the same time", async () => {
    const { fetch, asked } = source(is("whsec_one"));
    const secret = createWebhookSecret(fetch, manualTime("2026-05-04T10:00:00Z").clock);
    const all = await Promise.all([secret.current(), secret.current(), secret.current()]);
    expect([...all, await secret.current()]).toEqual(Array(4).fill(is("whsec_one")));
    expect(asked.times).toBe(1);
  });

  it("is asked for again after a failure", async () => {
    const { fetch, asked } = source(failed, is("whsec_one"));
    const secret = createWebhookSecret(fetch, manualTime("2026-05-04T10:00:00Z").clock);
    expect(await secret.current()).toEqual(failed);
    expect(await secret.current()).toEqual(is("whsec_one"));
    expect(asked.times).toBe(2);
  });

  it("is renewed when it no longer matches, and kept from then on", async () => {
    const { fetch } = source(is("whsec_one"), is("whsec_two"));
    const secret = createWebhookSecret(fetch, manualTime("2026-05-04T10:00:00Z").clock);
    await secret.current();
    expect(await secret.renewed("whsec_one")).toBe("whsec_two");
    expect(await secret.current()).toEqual(is("whsec_two"));
  });

  it("is renewed once for many webhooks that arrive together", async () => {
    const { fetch, asked } = source(is("whsec_one"), is("whsec_two"));
    const secret = createWebhookSecret(fetch, manualTime("2026-05-04T10:00:00Z").clock);
    await secret.current();
    const renewed = await Promise.all([secret.renewed("whsec_one"), secret.renewed("whsec_one")]);
    expect([...renewed, await secret.renewed("whsec_one")]).toEqual(Array(3).fill("whsec_two"));
    expect(asked.times).toBe(2);
  });

  it("is asked for at most once a minute because of forgeries", async () => {
    const { fetch, asked } = source(is("whsec_one"));
    const time = manualTime("2026-05-04T10:00:00Z");
    const secret = createWebhookSecret(fetch, time.clock);
    await secret.current();
    for (let forgery = 0; forgery < 100; forgery += 1) {
      expect(await secret.renewed("whsec_one")).toBeNull();
      time.advance(599);
    }
    expect(asked.times).toBe(2);
    time.advance(1_000);
    await secret.renewed("whsec_one");
    expect(asked.times).toBe(3);
  });

  it("stays as it is when the provider does not answer", async () => {
    const { fetch } = source(is("whsec_one"), failed);
    const secret = createWebhookSecret(fetch, manualTime("2026-05-04T10:00:00Z").clock);
    await secret.current();
    expect(await secret.renewed("whsec_one")).toBeNull();
    expect(await secret.current()).toEqual(is("whsec_one"));
  });
});
