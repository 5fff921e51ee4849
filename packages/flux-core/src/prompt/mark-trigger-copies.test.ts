import { describe, expect, test } from "vitest";
import { markTriggerCopies } from "./mark-trigger-copies.ts";

describe("markTriggerCopies", () => {
  test.each([
    ["user20417733", "\0"],
    ["a USER20417733 b", "a \0 b"],
    ["user20417733's coat, user20417733’s", "\0 coat, \0"],
    ["user20417733'sx", "\0'sx"],
    ["(user20417733)", "(\0)"],
    ["user20417733\u0301 x", "\0 x"],
    ["_user20417733_", "_\0_"],
    ["x\u200duser20417733", "x\u200d\0"],
    ["[trigger] {Trigger} <trigger>", "\0 \0 \0"],
    ["[ trigger ] [trigger word] {trigger_-word}", "\0 \0 \0"],
    ["[[trigger]] [{trigger}]", "\0 \0"],
    ["[x [trigger] trigger]", "[x \0 trigger]"],
    ["{ {trigger} trigger}", "\0"],
  ])("marks the copies in %j", (text, marked) => {
    expect(markTriggerCopies(text, "user20417733")).toBe(marked);
  });

  test.each([
    "user20417734",
    "user204177331",
    "xuser20417733",
    "éuser20417733",
    "x\u0323user20417733",
    "user20417733x",
    "user20417733夜",
    "trigger",
    "[triggerx]",
    "[xtrigger]",
    "[trigger",
    "trigger]",
    "(trigger)",
    "user",
    "",
  ])("leaves %j as it is", (text) => {
    expect(markTriggerCopies(text, "user20417733")).toBe(text);
  });
});
