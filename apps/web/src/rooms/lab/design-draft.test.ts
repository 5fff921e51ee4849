import { describe, expect, it } from "vitest";

import { draftOf, emptyDraft, plainArm, readBudget, readDraft } from "./design-draft.ts";

let number = 0;
const newId = () => String((number += 1));
const written = {
  ...emptyDraft([7, 8], newId),
  title: "Calmer smile",
  briefs: "By a window\n\n  In the garden \n",
};

describe("a draft of an experiment", () => {
  it("makes a design of what is written, with nothing changed where nothing is", () => {
    expect(readDraft(written)).toEqual({
      design: {
        title: "Calmer smile",
        arms: [
          { name: "previous", presetId: "previous", changes: {}, enhancement: "none" },
          { name: "natural-expression", presetId: "natural-expression", changes: {}, enhancement: "none" },
        ],
        briefs: [
          { text: "By a window", expression: null },
          { text: "In the garden", expression: null },
        ],
        seeds: [7, 8],
      },
    });
  });

  it("takes a changed parameter, with either decimal mark", () => {
    const arm = plainArm("previous", newId);
    const parameters = { ...arm.parameters, guidance: "3,1", triggerPlacement: "begin-and-middle" };
    expect(readDraft({ ...written, arms: [{ ...arm, parameters }] })).toMatchObject({
      design: { arms: [{ changes: { guidance: 3.1, triggerPlacement: "begin-and-middle" } }] },
    });
  });

  it.each([
    ["title", { title: " " }],
    ["arms", { arms: [{ ...plainArm("previous", newId), name: "" }] }],
    ["briefs", { briefs: "\n \n" }],
    ["seeds", { seeds: "0" }],
    ["seeds", { seeds: "one" }],
    ["seeds", { seeds: "" }],
  ])("says that its %s are not ready", (fault, differing) => {
    expect(readDraft({ ...written, ...differing })).toEqual({ fault });
  });

  it("says which arm has a number that is none", () => {
    const arm = plainArm("previous", newId);
    const arms = [{ ...arm, parameters: { ...arm.parameters, guidance: "high" } }];
    expect(readDraft({ ...written, arms })).toEqual({ fault: "parameter", arm: "previous" });
  });

  it("of a ready design makes that design again", () => {
    const design = {
      title: "Ready",
      arms: [
        { name: "one", presetId: "previous", changes: { guidance: 3 }, enhancement: "subtle" as const },
        { name: "two", presetId: "previous", changes: {}, enhancement: "none" as const },
      ],
      briefs: [{ text: "At sea", expression: null }],
      seeds: [1, 2],
      comparisons: [[1, 0]] as [number, number][],
    };
    expect(readDraft(draftOf(design, newId))).toEqual({ design });
  });
});

it("a budget that is not written is what the experiment costs", () => {
  expect([readBudget("", 96), readBudget(" 12 ", 96), readBudget("all", 96), readBudget("0", 96)]).toEqual([
    96,
    12,
    null,
    null,
  ]);
});
