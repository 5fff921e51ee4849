import { describe, expect, it } from "vitest";

import { cardView } from "../../../test/conversation-views.ts";
import { cardDraft, readCardDraft } from "./card-draft.ts";

const card = cardView({ changes: { guidance: 2.6, loraScale: 1.1 } });

describe("a card that is changed", () => {
  it("asks for nothing when nothing was changed", () => {
    expect(readCardDraft(card, cardDraft(card))).toEqual({});
  });

  it("asks for what was changed and leaves the brief to follow", () => {
    const draft = { ...cardDraft(card), place: "an empty tram", portraits: 3 };
    expect(readCardDraft(card, draft)).toEqual({ place: "an empty tram", portraits: 3 });
  });

  it("changes the guidance and keeps the other changes of the preset", () => {
    expect(readCardDraft(card, { ...cardDraft(card), guidance: "2,4" })).toEqual({
      changes: { guidance: 2.4, loraScale: 1.1 },
    });
    expect(readCardDraft(card, { ...cardDraft(card), guidance: " " })).toEqual({
      changes: { loraScale: 1.1 },
    });
  });

  it.each(["1.9", "4.1", "calm", "-", "NaN"])("takes no guidance of %s", (guidance) => {
    expect(readCardDraft(card, { ...cardDraft(card), guidance })).toBeNull();
  });
});
