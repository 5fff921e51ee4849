import { expect, it } from "vitest";
import { namesTrigger } from "./names-trigger.ts";

it.each([
  ["user123456789, calm", "user123456789", true],
  ["portrait of Tok.", "TOK", true],
  ["user1234567890, calm", "user123456789", false],
  ["my_user123456789", "user123456789", false],
  ["a (TOK) man", "TOK", true],
  ["anything", "", false],
  ["price is c+ here", "c+", true],
])("in %j finds %j: %j", (prompt, trigger, found) => {
  expect(namesTrigger(prompt, trigger)).toBe(found);
});
