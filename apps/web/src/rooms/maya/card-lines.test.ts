import { expect, it } from "vitest";

import { cardView } from "../../../test/conversation-views.ts";
import { en } from "../../words/en.ts";
import { maya } from "../../words/en/maya.ts";
import { createFormat } from "../../words/format.ts";
import { cardLines } from "./card-lines.ts";

const format = createFormat("en-GB");
const presetOf = (differing: Parameters<typeof cardView>[0]) =>
  cardLines({ ...en, maya }, format, cardView(differing)).find(({ label }) => label === "Preset")?.value;

it("names the preset of a card only where it is not the usual one as it is", () => {
  expect(presetOf({})).toBeUndefined();
  expect(presetOf({ presetId: "strong-likeness" })).toBe("Strong likeness");
  expect(presetOf({ changes: { guidance: 2.5, numInferenceSteps: 40, loraScale: 1.1 } })).toBe(
    "Natural expression, guidance 2.5, 40 steps, model at 1.1",
  );
});

it("says expression, light, place, clothes and framing in words", () => {
  expect(cardLines({ ...en, maya }, format, cardView()).map(({ value }) => value)).toEqual([
    "Calm",
    "window light",
    "a quiet room",
    "grey knit",
    "Half length",
  ]);
});
