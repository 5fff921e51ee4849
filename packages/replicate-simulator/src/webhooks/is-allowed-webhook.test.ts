import { expect, it } from "vitest";
import { isAllowedWebhook } from "./is-allowed-webhook.ts";

it.each([
  ["https://example.com/hook", true],
  ["http://127.0.0.1:4000/hook", true],
  ["http://localhost/hook", true],
  ["http://[::1]:4000/hook", true],
  ["http://example.com/hook", false],
  ["http://127.0.0.1.example.com/hook", false],
  ["ftp://localhost/hook", false],
  ["", false],
  ["hook", false],
])("%j: %j", (address, allowed) => {
  expect(isAllowedWebhook(address)).toBe(allowed);
});
