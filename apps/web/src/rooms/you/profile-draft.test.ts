import { expect, test } from "vitest";

import { profileDraft, readProfileDraft } from "./profile-draft.ts";

const draft = { hair: " short grey curls ", ageFrom: "35", ageTo: "40", glasses: true, ownWords: "  " };

test("what was typed becomes what is saved, without its edges, and comes back the same", () => {
  const read = readProfileDraft(draft);
  expect(read).toEqual({ hair: "short grey curls", ageFrom: 35, ageTo: 40, glasses: true, ownWords: null });
  if (read === null) throw new Error("it was read");
  expect(readProfileDraft(profileDraft({ ...read, clause: null, savedAt: null }))).toEqual(read);
});

test.each([
  ["17", "20"],
  ["101", ""],
  ["40", "35"],
  ["about 30", ""],
  ["3.5", ""],
  ["-20", ""],
])("ages from %j to %j are none", (ageFrom, ageTo) => {
  expect(readProfileDraft({ ...draft, ageFrom, ageTo })).toBeNull();
});

test("one age alone is enough, and none as well", () => {
  expect(readProfileDraft({ ...draft, ageTo: "" })).toMatchObject({ ageFrom: 35, ageTo: null });
  expect(readProfileDraft({ ...draft, ageFrom: "", ageTo: "" })).toMatchObject({
    ageFrom: null,
    ageTo: null,
  });
});
