import { describe, expect, it } from "vitest";

import { selfieView } from "../../../test/views.ts";
import type { SelfieCoach, SelfieSet } from "../../views/views.ts";
import { measuring } from "../../words/en/measuring.ts";
import { judgementOf } from "./selfie-judgement.ts";

type Judged = Extract<SelfieCoach, { readonly state: "judged" }>;

const judged = (differing: Partial<Judged> = {}): Judged => ({
  state: "judged",
  verdict: "accept",
  issues: [],
  taken: true,
  face: { yawDegrees: 0, light: 0.5, smile: 0.1 },
  ...differing,
});
const { id } = selfieView();
const setWith = (differing: Partial<SelfieSet> = {}): SelfieSet => ({
  verdict: "ready",
  usable: 8,
  angles: { front: 7, side: 1 },
  expressions: { calm: 4, smiling: 2, between: 2 },
  anotherPerson: [],
  nearDuplicates: [],
  missing: [],
  ...differing,
});
const judge = (coach: SelfieCoach, set: SelfieSet | null = setWith()) =>
  judgementOf(measuring.coach, selfieView({ coach }), set, () => 3);

describe("a selfie's verdict", () => {
  it("says nothing where nothing is measured, and that it is coming while it is", () => {
    expect(judge({ state: "off" })).toBeNull();
    expect(judge({ state: "waiting" })).toMatchObject({ mark: "waiting", spoken: "Being looked at" });
  });

  it("is a tick for a good one", () => {
    expect(judge(judged())).toEqual({ mark: "yes", short: "", spoken: "Good to train on" });
  });

  it("names every weakness of one that is used all the same, and what would be better", () => {
    const issues: Judged["issues"] = [
      { code: "too-dark", severity: "warn" },
      { code: "blurred", severity: "reject" },
    ];
    const found = judge(judged({ verdict: "reject", issues }));
    expect(found).toMatchObject({ mark: "hm", short: "A little dark" });
    expect(found?.spoken).toBe(`${measuring.coach.fix["too-dark"]} ${measuring.coach.fix.blurred}`);
  });

  it("is a cross for one that no training takes", () => {
    const issues: Judged["issues"] = [{ code: "several-faces", severity: "reject" }];
    expect(judge(judged({ verdict: "reject", issues, taken: false, face: null }))).toMatchObject({
      mark: "no",
      short: "Left out: several faces",
    });
  });

  it("tells another person and copies only from the whole set", () => {
    expect(judge(judged(), setWith({ anotherPerson: [id] }))).toMatchObject({ short: "Another person?" });
    const nearDuplicates: SelfieSet["nearDuplicates"] = [{ first: "x", second: id, kind: "same-picture" }];
    expect(judge(judged(), setWith({ nearDuplicates }))?.spoken).toContain("number 3");
    expect(judge(judged(), null)).toMatchObject({ mark: "yes" });
  });
});
