import { describe, expect, it } from "vitest";
import type { ExchangeFailure } from "./exchange-failure.ts";
import { readProviderError } from "./read-provider-error.ts";

const now = new Date("2026-05-04T10:00:00Z");
const answered = (status: number, body: unknown): ExchangeFailure => ({
  kind: "answered",
  method: "POST",
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
  retryAfterMs: null,
});

describe("readProviderError", () => {
  const text = "Go to https://replicate.com/account/billing and pay for r8_abcdefghij";
  it.each([400, 401, 402, 403, 404, 405, 408, 409, 413, 422, 429, 500, 502, 503])(
    "keeps the provider's own text in the log alone, for status %i",
    (status) => {
      const { logOnly, ...rest } = readProviderError(answered(status, { title: text, detail: text }), now);
      expect(logOnly).toContain("billing");
      expect(logOnly).not.toContain("r8_abcdefghij");
      expect(JSON.stringify(rest)).not.toMatch(/billing|r8_/);
    },
  );

  it("cuts the text and keeps it in one line", () => {
    const { logOnly } = readProviderError(answered(500, `<html>\n\n${"x ".repeat(5_000)}</html>`), now);
    expect(logOnly.length).toBeLessThanOrEqual(1_001);
    expect(logOnly).not.toContain("\n");
  });

  it.each(["r8_0123456789abcdef", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "Authorization: Bearer abc.def"])(
    "takes secrets out of the text: %s",
    (secret) => {
      expect(readProviderError(answered(400, { detail: secret }), now).logOnly).toContain("[secret]");
    },
  );

  it.each([
    ["a missing credit, whatever its status", 403, { title: "Insufficient credit" }, "provider_no_credit"],
    ["a title that is no text", 500, { title: 5, detail: [{ loc: ["body"] }] }, "provider_unavailable"],
    ["an empty body", 503, "", "provider_unavailable"],
    ["a body that is a list", 400, "[1]", "provider_refused"],
  ])("reads %s", (_name, status, body, code) => {
    expect(readProviderError(answered(status, body), now).code).toBe(code);
  });

  it("gives a rate limit a minute when the provider does not say when it ends", () => {
    expect(readProviderError(answered(429, "<html>slow down</html>"), now)).toMatchObject({
      code: "rate_limited",
      retryAt: new Date("2026-05-04T10:01:00Z"),
    });
  });
});
