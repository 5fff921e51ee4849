import { expect, it } from "vitest";
import { readArguments } from "./read-arguments.ts";

it("reads what was typed", () => {
  expect(readArguments({ port: "8123", speed: "2.5", data: "d", token: "t", admin: true })).toEqual({
    port: 8123,
    speed: 2.5,
    dataDir: "d",
    token: "t",
    admin: true,
  });
  expect(readArguments({})).toEqual({ speed: "real" });
});

it.each([{ port: "abc" }, { port: "70000" }, { port: "-1" }, { speed: "fast" }, { speed: "0" }])(
  "refuses %j, naming the argument",
  (typed) => {
    expect(() => readArguments(typed)).toThrow(`--${Object.keys(typed).join("")} takes`);
  },
);
