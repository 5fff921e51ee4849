import type { CardView, ConversationView, TurnView } from "../src/views/views.ts";

const moment = "2026-11-14T07:42:00.000Z";

/** A card as the api gives it, with what a test is about put in. */
export function cardView(differing: Partial<CardView> = {}): CardView {
  return {
    number: 1,
    title: "By the window",
    why: "A window to one side models a face.",
    brief: "half-length portrait, grey knit, a quiet room, window light",
    expression: "calm",
    framing: "half-length",
    light: "window light",
    place: "a quiet room",
    clothes: "grey knit",
    presetId: "natural-expression",
    changes: {},
    portraits: 1,
    cost: 1,
    generationIds: [],
    ...differing,
  };
}

export function turnView(differing: Partial<TurnView> = {}): TurnView {
  return {
    id: "019a0000-0000-7000-8000-0000000000c1",
    from: "maya",
    text: "Kind light.",
    cards: [],
    state: "asked",
    problem: null,
    createdAt: moment,
    ...differing,
  };
}

export function conversationView(turns: readonly TurnView[]): ConversationView {
  return {
    id: "019a0000-0000-7000-8000-0000000000dd",
    title: "By the window",
    saidAt: moment,
    turns: [...turns],
    generations: [],
    turnsLeft: 10,
    stylist: "offline",
  };
}
