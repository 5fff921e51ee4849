import { expect, it } from "vitest";
import { isNeverSent } from "./is-never-sent.ts";

const failed = (cause: unknown) => new TypeError("fetch failed", { cause });
const error = (fields: object) => Object.assign(new Error("network"), fields);
const refused = error({ code: "ECONNREFUSED", syscall: "connect" });
const reset = error({ code: "ECONNRESET", syscall: "read" });

it.each([
  ["a refused connection", failed(refused), true],
  ["a name that does not resolve", failed(error({ code: "ENOTFOUND", syscall: "getaddrinfo" })), true],
  ["a connection that was not made in time", failed(error({ code: "UND_ERR_CONNECT_TIMEOUT" })), true],
  ["both addresses refused", failed(new AggregateError([refused, refused])), true],
  ["one address refused and one reset", failed(new AggregateError([refused, reset])), false],
  ["a reset connection", failed(reset), false],
  ["a closed socket", failed(error({ code: "UND_ERR_SOCKET" })), false],
  ["a timeout", new DOMException("late", "TimeoutError"), false],
  ["something thrown that is no error", "no", false],
])("judges %s", (_name, thrown, expected) => {
  expect(isNeverSent(thrown)).toBe(expected);
});
