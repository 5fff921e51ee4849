import { expect, it } from "vitest";
import type { SelfieList } from "../client/views.ts";
import { coachWords, setLines } from "./coach-words.ts";

type Coach = SelfieList["selfies"][number]["coach"];
const judged = (differing: Partial<Extract<Coach, { state: "judged" }>> = {}): Coach => ({
  state: "judged",
  verdict: "accept",
  issues: [],
  taken: true,
  face: null,
  ...differing,
});

it.each([
  [{ state: "off" }, "not measured here", ""],
  [{ state: "waiting" }, "being looked at", ""],
  [judged(), "good", ""],
  [
    judged({ verdict: "warn", issues: [{ code: "too-dark", severity: "warn" }] }),
    "could be better",
    "too dark; turn towards a window",
  ],
  [
    judged({ verdict: "reject", issues: [{ code: "blurred", severity: "reject" }] }),
    "better without",
    "blurred; hold still, or clean the lens",
  ],
  [
    judged({ verdict: "reject", taken: false, issues: [{ code: "several-faces", severity: "reject" }] }),
    "left out",
    "several faces; use one with you alone",
  ],
] satisfies [Coach, string, string][])("%j reads as it is used", (coach, verdict, why) => {
  expect(coachWords(coach)).toEqual([verdict, why]);
});

it("says how the set stands, naming photos by their files", () => {
  const selfie = (id: string) => ({
    id,
    fileName: `${id}.jpg`,
    width: 600,
    height: 800,
    sizeBytes: 1,
    drawn: false,
    placeholderHash: "",
    createdAt: "2026-11-14T07:42:00.000Z",
    coach: judged(),
  });
  const set: SelfieList["set"] = {
    verdict: "not-enough",
    usable: 1,
    angles: { front: 1, side: 0 },
    expressions: { calm: 1, smiling: 0, between: 0 },
    anotherPerson: ["b"],
    nearDuplicates: [{ first: "a", second: "c", kind: "same-picture" }],
    missing: ["smile"],
  };
  expect(setLines({ selfies: ["a", "b", "c"].map(selfie), set })).toEqual([
    "The set is not enough: 1 of 3 can be used.",
    "Missing: one with a smile.",
    "Looks like another person: b.jpg.",
    "The same picture: a.jpg, c.jpg.",
  ]);
  expect(setLines({ selfies: [], set: null })).toEqual([]);
});
