import { describe, expect, test } from "vitest";
import { cutClauses } from "./cut-clauses.ts";

describe("cutClauses", () => {
  test.each([
    ["a coat, at sea; at dusk", ["a coat", "at sea", "at dusk"]],
    ["红衣，海边；黄昏、风", ["红衣", "海边", "黄昏", "风"]],
    ["معطف، بحر؛ غروب", ["معطف", "بحر", "غروب"]],
    ["﹐x﹑y﹔z､w｡", ["x", "y", "z", "w｡"]],
    ["コート。海！夜？風", ["コート", "海", "夜", "風"]],
    ["one\ntwo", ["one", "two"]],
    ["She walks. He sits! Why? end.", ["She walks", "He sits", "Why", "end"]],
    ["wait... what?! now", ["wait", "what", "now"]],
    ["end.", ["end"]],
    ["a.b,c", ["a.b", "c"]],
    ["1,200 at f/1.8; 3;4 and 5,6", ["1,200 at f/1.8", "3;4 and 5,6"]],
    ["١،٢ x", ["١،٢ x"]],
    ["1, 2 ,3", ["1", "2", "3"]],
    ["35\n85", ["35", "85"]],
    ["3. 4", ["3", "4"]],
    ["(a, b; c. d! e\nf), g", ["(a, b; c. d! e\nf)", "g"]],
    ["[a, (b, c), d], {e, f}, g", ["[a, (b, c), d]", "{e, f}", "g"]],
    ["(a, b", ["(a", "b"]],
    ["a), b", ["a)", "b"]],
    ["(a, [b, c), d], e", ["(a, [b, c)", "d]", "e"]],
    ["(a] b, c) d, e", ["(a] b, c) d", "e"]],
    ["J. Crew, U.S. flag. end", ["J. Crew", "U.S. flag", "end"]],
    ["Dr. Smith vs. Mrs. Jones, approx. now", ["Dr. Smith vs. Mrs. Jones", "approx. now"]],
    ["no.\n 5", ["no", "5"]],
    ["no. 5 bus. no. That is it", ["no. 5 bus", "no", "That is it"]],
    ["x max. 3, to the max. Done", ["x max. 3", "to the max", "Done"]],
    ["plan b! now", ["plan b", "now"]],
    ["extradr. next", ["extradr", "next"]],
    ["2dr. next", ["2dr", "next"]],
    ["é. next", ["é. next"]],
    ["it's. next", ["it's", "next"]],
    ["letter a, b", ["letter a", "b"]],
    [",, ;\n", []],
    ["", []],
  ])("cuts %j", (text, clauses) => {
    expect(cutClauses(text)).toEqual(clauses);
  });
});
