import { describe, expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const socketAddress = "10.0.0.2";

describe("clientAddress", () => {
  test.each([
    ["no proxy: the connection's other end, whatever was sent", "203.0.113.7", 0, "10.0.0.2"],
    ["one proxy: whom it heard from", "203.0.113.7", 1, "203.0.113.7"],
    ["one proxy: not what the asker made up before", "1.1.1.1, 203.0.113.7", 1, "203.0.113.7"],
    ["two proxies: whom the outer one heard from", "1.1.1.1, 203.0.113.7,10.0.0.9", 2, "203.0.113.7"],
    ["a proxy that wrote nothing: the connection's other end", undefined, 1, "10.0.0.2"],
  ])("%s", (_title, forwardedFor, proxiesInFront, expected) => {
    expect(clientAddress({ socketAddress, forwardedFor }, proxiesInFront)).toBe(expected);
  });
});
