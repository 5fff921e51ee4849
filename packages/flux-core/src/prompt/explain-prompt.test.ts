import { describe, expect, test } from "vitest";
import { buildPrompt, explainPrompt } from "../index.ts";

describe("explainPrompt", () => {
  test("tells for each clause where it came from and why it stands there", () => {
    const result = buildPrompt({
      brief: "at sea",
      trigger: "user20417733",
      placement: "begin-and-middle",
      quality: "film-portrait",
      subject: "tall man",
      expression: "calm",
      enhancement: "subtle",
    });
    if (!result.ok) throw new Error(result.error.message);
    const built = result.value;
    const explained = explainPrompt(built);
    expect(explained.map(({ text, origin }) => ({ text, origin }))).toEqual(built.clauses);
    const reasons = new Map(explained.map(({ origin, reason }) => [origin, reason]));
    expect(new Set(reasons.values()).size).toBe(7);
    for (const reason of reasons.values()) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
    expect(reasons.get("brief")).toBe("Your own words, in your order.");
    expect(reasons.get("trigger")).toContain("trigger word comes first");
  });

  test("leaves out what is no clause", () => {
    const clauses = [
      { text: "at sea", origin: "brief" },
      { text: 7, origin: "brief" },
      { text: "x", origin: "toString" },
      { text: "x", origin: ["brief"] },
      null,
    ];
    // A caller without types can pass anything.
    expect(explainPrompt({ clauses: clauses as never }).map(({ text }) => text)).toEqual(["at sea"]);
    expect(explainPrompt(null as never)).toEqual([]);
    expect(explainPrompt({ clauses: "x" as never })).toEqual([]);
  });
});
