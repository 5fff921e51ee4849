import { describe, expect, it } from "vitest";

import { compare as words } from "../../words/en/compare.ts";
import { differenceInWords } from "./difference-in-words.ts";

describe("what was done differently", () => {
  it("is said with a name for each field, and in the order of the recipe", () => {
    expect(
      differenceInWords(words, [
        { field: "preset.id", before: "previous", after: "natural-expression" },
        { field: "input.guidance_scale", before: 3.5, after: 2.8 },
        { field: "input.extra_lora", before: undefined, after: "huggingface.co/someone/layer" },
        { field: "input.megapixels", before: "1", after: undefined },
        { field: "input.new_of_the_provider", before: 1, after: 2 },
      ]),
    ).toEqual([
      { label: "Preset", sentence: "previous became natural-expression" },
      { label: "Guidance", sentence: "3.5 became 2.8" },
      { label: "Layer", sentence: "huggingface.co/someone/layer, only the second" },
      { label: "Megapixels", sentence: "1, only the first" },
      { label: "input.new_of_the_provider", sentence: "1 became 2" },
    ]);
  });

  it("names of two prompts only the clauses that differ", () => {
    const said = (before: string, after: string) =>
      differenceInWords(words, [{ field: "prompt", before, after }])[0]?.sentence;
    expect(said("user1, at sea, raw photo", "user1, by a window, raw photo")).toBe(
      "at sea became by a window",
    );
    expect(said("user1, at sea, calm", "user1, at sea")).toBe("calm, only the first");
    expect(said("user1, at sea", "user1, at sea, calm")).toBe("calm, only the second");
    expect(said("at sea, calm", "calm, at sea")).toBe("The same clauses in another order");
  });

  it("leaves out what differs between any two portraits, and the prompt a second time", () => {
    const untold = ["generationId", "input.prompt"].map((field) => ({ field, before: "a", after: "b" }));
    expect(differenceInWords(words, untold)).toEqual([]);
  });
});
