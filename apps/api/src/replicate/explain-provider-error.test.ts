import { describe, expect, it } from "vitest";
import { explainProviderError } from "./explain-provider-error.ts";
import type { ExchangeFailure } from "./exchange-failure.ts";
import { readProviderError } from "./read-provider-error.ts";

const now = new Date("2026-05-04T10:00:00Z");
const answered = (status: number, body: unknown, method = "POST"): ExchangeFailure => ({
  kind: "answered",
  method,
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
  retryAfterMs: null,
});

describe("what a person reads", () => {
  const secret = "Go to https://replicate.com/account/billing and pay for r8_abcdefghij";
  it.each([400, 401, 402, 403, 404, 405, 408, 409, 413, 422, 429, 500, 502, 503])(
    "never holds the provider's own text, for status %i",
    (status) => {
      const error = readProviderError(answered(status, { title: secret, detail: secret }), now);
      const { message, fix } = explainProviderError(error);
      expect(`${message} ${fix}`).not.toMatch(/replicate|billing|r8_|pay/i);
      expect(message).toMatch(/\.$/);
      expect(fix).toMatch(/\.$/);
      expect(error.logOnly).toContain("billing");
      expect(error.logOnly).not.toContain("r8_abcdefghij");
    },
  );
});

describe("what the log reads", () => {
  it("is cut and in one line", () => {
    const error = readProviderError(answered(500, `<html>\n\n${"x ".repeat(5_000)}</html>`), now);
    expect(error.logOnly.length).toBeLessThanOrEqual(1_001);
    expect(error.logOnly).not.toContain("\n");
  });

  it.each([
    ["r8_0123456789abcdef", "token"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "signing secret"],
    ["Authorization: Bearer abc.def", "header"],
  ])("holds no secrets: %s", (text) => {
    expect(readProviderError(answered(400, { detail: text }), now).logOnly).toContain("[secret]");
  });
});

describe("the rate limit", () => {
  it("opens again after a minute when the provider does not say when", () => {
    expect(readProviderError(answered(429, "<html>slow down</html>"), now)).toMatchObject({
      code: "rate_limited",
      retryAt: new Date("2026-05-04T10:01:00Z"),
    });
  });
});
