import { describe, expect, it } from "vitest";

import { conversationView, turnView } from "../../../test/conversation-views.ts";
import { withBegun, withTurn } from "./conversation-cache.ts";

const said = (id: string, text: string) => turnView({ id, from: "person", state: "said", text });
const answer = (id: string) => turnView({ id });
const letter = conversationView([said("1", "at the lake"), answer("2"), said("3", "closer"), answer("4")]);
const ids = ({ turns }: typeof letter) => turns.map(({ id }) => id);

describe("a letter while an answer comes in", () => {
  it("has what is new at its end", () => {
    expect(ids(withBegun(letter, "say", [said("5", "warmer"), answer("6")]))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
    ]);
  });

  it("has the last turn in other words in the place of the old one and its answer", () => {
    expect(ids(withBegun(letter, "say-instead", [said("5", "warmer"), answer("6")]))).toEqual([
      "1",
      "2",
      "5",
      "6",
    ]);
  });

  it("has another answer in the place of the last one", () => {
    expect(ids(withBegun(letter, "try-again", [answer("6")]))).toEqual(["1", "2", "3", "6"]);
  });

  it("stays as it is when a read was faster", () => {
    const read = conversationView([...letter.turns, said("5", "warmer"), answer("6")]);
    expect(withBegun(read, "say", [said("5", "warmer"), answer("6")])).toBe(read);
  });

  it("has a turn as it is kept", () => {
    const kept = turnView({ id: "4", state: "stopped", text: "Kind" });
    expect(withTurn(letter, kept).turns.at(-1)).toBe(kept);
    expect(withTurn(letter, turnView({ id: "9" })).turns).toEqual(letter.turns);
  });
});
