import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";

import { domainErrorOf, problemOf } from "./problem-of.ts";
import { shouldRetry } from "./should-retry.ts";

function refused(code: string) {
  return TRPCClientError.from({
    error: {
      message: "What happened.",
      code: -32_600,
      data: {
        code: "BAD_REQUEST",
        httpStatus: 400,
        path: "generations.create",
        domain: { code, message: "What happened.", fix: "What to do.", field: "brief", details: {} },
      },
    },
  });
}

const unreachable = TRPCClientError.from(new TypeError("fetch failed"));
const stopped = TRPCClientError.from(new DOMException("stopped", "AbortError"));

describe("a failed call", () => {
  it("that was refused is told in the api's own words", () => {
    expect(domainErrorOf(refused("brief_empty"))).toMatchObject({
      code: "brief_empty",
      message: "What happened.",
      fix: "What to do.",
      field: "brief",
    });
  });

  it("that nobody answered is told as such", () => {
    expect(problemOf(unreachable)).toEqual({ kind: "unreachable" });
    expect(domainErrorOf(unreachable)).toBeUndefined();
  });

  it("that the person stopped is no failure", () => {
    expect(problemOf(stopped)).toEqual({ kind: "stopped" });
  });

  it("that is a defect of the page is not blamed on the connection", () => {
    expect(problemOf(new RangeError("a bug"))).toEqual({ kind: "unexpected" });
  });
});

describe("reading again", () => {
  it("helps twice where nobody answered, then no more", () => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, unreachable))).toEqual([true, true, false]);
  });

  it("helps where the provider was busy", () => {
    expect(shouldRetry(0, refused("provider_unavailable"))).toBe(true);
  });

  it.each(["not_found", "brief_empty", "unauthenticated"])("does not help against %s", (code) => {
    expect(shouldRetry(0, refused(code))).toBe(false);
  });

  it("is not done against the person's will", () => {
    expect(shouldRetry(0, stopped)).toBe(false);
  });
});
