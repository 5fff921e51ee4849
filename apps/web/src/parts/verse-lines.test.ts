import { buildPrompt, type Expression } from "@selfsame/flux-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { setVerse } from "./verse-lines.ts";

function verseOf(brief: string, expression?: Expression) {
  const built = buildPrompt({
    brief,
    trigger: "user30917462",
    placement: "begin-and-middle",
    quality: "film-portrait",
    ...(expression === undefined ? {} : { expression }),
  });
  if (!built.ok) throw new Error(built.error.message);
  return { verse: setVerse(built.value.clauses, built.value.notes), built: built.value };
}

const struckIn = (lines: ReturnType<typeof setVerse>["lines"]) =>
  lines.flatMap(({ pieces }) => pieces.filter(({ struck }) => struck).map(({ text }) => text));

describe("a prompt set as verse", () => {
  it("gives each of one's own clauses a line and the preset's all together one", () => {
    const { verse } = verseOf("on the quay, in a navy coat");
    expect(verse.lines.map(({ origin }) => origin)).toEqual([
      "trigger",
      "brief",
      "reinforcement",
      "brief",
      "quality",
    ]);
  });

  it("strikes a replaced phrase through before what replaced it, with the reason", () => {
    const { verse } = verseOf("on the quay, big smile");
    const line = verse.lines.find(({ changes }) => changes.length > 0);
    expect(line?.pieces).toEqual([
      { text: "big smile", struck: true },
      { text: " soft smile", struck: false },
    ]);
    expect(line?.changes[0]).toContain("became");
    expect(verse.remarks).toEqual([]);
  });

  it("strikes only the phrase where it stands inside a clause", () => {
    const { verse } = verseOf("a grinning woman at sea", "calm");
    const line = verse.lines.find(({ origin }) => origin === "brief");
    expect(line?.pieces).toEqual([
      { text: "a ", struck: false },
      { text: "grinning", struck: true },
      { text: " calm", struck: false },
      { text: " woman at sea", struck: false },
    ]);
  });

  it("shows a clause that was left out, struck through whole", () => {
    const { verse } = verseOf("on the quay, big smile", "calm");
    expect(struckIn(verse.lines)).toEqual(["big smile"]);
  });

  it("says beside the lines what belongs to none of them", () => {
    const { verse } = verseOf("**on the quay**, (navy coat:1.3)");
    expect(verse.remarks.length).toBe(2);
  });

  it("loses no word of the prompt and none of the notes, whatever is asked for", () => {
    const words = fc.constantFrom(
      "big smile",
      "a grinning woman",
      "quay",
      "laughing",
      "navy coat",
      "beaming",
      "an",
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.option(fc.constantFrom<Expression>("calm", "laughing", "soft-smile"), { nil: undefined }),
        (parts, expression) => {
          const { verse, built } = verseOf(parts.join(", "), expression);
          const standing = verse.lines
            .flatMap(({ pieces }) => {
              const text = pieces.filter(({ struck }) => !struck).map((piece) => piece.text);
              return text.length === 0 ? [] : [text.join("").trim()];
            })
            .join(", ")
            .replaceAll(/\s+/gu, " ");
          expect(standing).toBe(built.text.replaceAll(/\s+/gu, " "));
          const told = new Set([...verse.remarks, ...verse.lines.flatMap(({ changes }) => changes)]);
          for (const { message } of built.notes) expect(told).toContain(message);
        },
      ),
    );
  });
});
